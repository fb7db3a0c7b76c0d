import antd from 'antd/locale/zh_CN'
import { byNamespace, type LanguagePack } from './languages.ts'

export const pack: LanguagePack = {
  texts: byNamespace(import.meta.glob('../../resources/locales/zh-CN/*.json', { import: 'default', eager: true })),
  antd,
}
