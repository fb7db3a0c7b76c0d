import { type ThemeConfig, theme } from 'antd'
import type { Look } from './look.ts'

const FONT =
  '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","HarmonyOS Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif'

/**
 * antd in our colours (styles/tokens.css has the same ones). Placeholder, disabled and link colours are darker (lighter in the
 * dark theme) than antd's own, which fail 4.5:1.
 */
export function antdTheme(dark: boolean, size: Look['size']): ThemeConfig {
  return {
    // Not the compact one: it draws everything two sizes smaller than the page around it.
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: size === 'large' ? 17 : 14,
      borderRadius: 6,
      motion: false,
      controlHeight: size === 'large' ? 38 : 32,
    },
  }
}

const LIGHT = {
  colorPrimary: '#0958d9',
  colorInfo: '#0958d9',
  colorLink: '#0958d9',
  colorError: '#b3141c',
  colorSuccess: '#0f6b2f',
  colorWarning: '#8a4b00',
  colorText: '#18212b',
  colorTextSecondary: '#52606e',
  colorTextTertiary: '#52606e',
  colorTextDescription: '#52606e',
  colorTextPlaceholder: '#5f6b77',
  colorTextDisabled: '#6b6b6b',
  colorBorder: '#b9c4d0',
  colorBorderSecondary: '#dbe1e8',
  colorBgLayout: '#eef1f5',
  colorBgContainer: '#ffffff',
} as const

const DARK = {
  colorPrimary: '#1668dc',
  colorInfo: '#8fbcff',
  colorLink: '#8fbcff',
  colorError: '#ff9a9a',
  colorSuccess: '#7ed69a',
  colorWarning: '#f0bd6c',
  colorText: '#dfe5ea',
  colorTextSecondary: '#a2aeba',
  colorTextTertiary: '#a2aeba',
  colorTextDescription: '#a2aeba',
  colorTextPlaceholder: '#98a4b0',
  colorTextDisabled: '#98a4b0',
  colorBorder: '#475461',
  colorBorderSecondary: '#2d3741',
  colorBgLayout: '#0f1418',
  colorBgContainer: '#171d23',
  colorBgElevated: '#1e262e',
} as const
