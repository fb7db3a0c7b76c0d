import type { Page } from 'playwright-core'
import { askDesk } from './askDesk.ts'

/** Sets up 清溪镇 on a fresh console through the page's bridge and waits for its frame; 陈明 (administrator and duty officer) is signed in. */
export async function setUpDesk(page: Page): Promise<void> {
  await askDesk(page, 'setup.create', {
    township: { name: '清溪镇', division: '510124103', organisation: 'town', county: '郫都区' },
    villages: ['李家湾村'],
    administrator: {
      name: '陈明',
      post: '应急办主任',
      phone: '13800000001',
      password: 'qing xi 119',
      alsoOnDuty: true,
    },
    console: { letter: 'A', name: '值班室' },
  })
  await page.getByRole('navigation').first().waitFor()
}
