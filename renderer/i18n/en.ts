import antd from 'antd/locale/en_US'
import { byNamespace, type LanguagePack } from './languages.ts'

export const pack: LanguagePack = {
  texts: byNamespace(import.meta.glob('../../resources/locales/en/*.json', { import: 'default', eager: true })),
  antd,
}
