/** The manual's pages, in the order of its list. Each is `resources/manual/<language>/<page>.md`; a room's page has the room's id. */
export const HELP_GROUPS = [
  { id: 'start', pages: ['start', 'setup', 'signIn'] },
  { id: 'duty', pages: ['intake', 'reports', 'evacuation', 'alarms', 'outage', 'drill', 'trust'] },
  {
    id: 'rooms',
    pages: [
      'incidents',
      'response',
      'situation',
      'tasks',
      'orders',
      'log',
      'teams',
      'people',
      'villages',
      'households',
      'link',
      'settings',
    ],
  },
] as const satisfies readonly { readonly id: string; readonly pages: readonly string[] }[]

export const HELP_PAGES: readonly string[] = HELP_GROUPS.flatMap<string>(({ pages }) => pages)
