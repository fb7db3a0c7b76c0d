export const APP_SCHEME = 'app'
export const APP_ORIGIN = `${APP_SCHEME}://zhenshou`

/** The page's whole world is its own origin. `style-src 'unsafe-inline'`: antd and AG Grid write style elements. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
