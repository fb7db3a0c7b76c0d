// Runs before the first paint, so that a dark room never sees a white page. Plain and blocking on purpose: see vite.config.ts.
;(() => {
  let look = {}
  try {
    look = JSON.parse(localStorage.getItem('zhenshou.look') ?? '{}') ?? {}
  } catch {
    // Unreadable settings: the defaults.
  }
  const root = document.documentElement
  const dark = look.theme === 'dark' || (look.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.dataset.size = look.size === 'large' ? 'large' : 'normal'
  root.lang = (new URLSearchParams(location.search).get('lang') ?? look.language) === 'en' ? 'en' : 'zh-CN'
})()
