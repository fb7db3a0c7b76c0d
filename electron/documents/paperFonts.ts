/**
 * Faces of official papers (GB/T 9704-2012, 5.2.2 and 7), by the names that Word and WPS have them under in China. They may not be
 * shipped; where one is missing the word processor takes the first of `instead` that it has (w:altName in the font table), which
 * is why every computer shows the same layout with a face of the same family.
 */
export const PAPER_FONTS = {
  title: { name: '方正小标宋简体', instead: ['FZXiaoBiaoSong-B05S', '小标宋', '宋体', 'SimSun', 'AR PL SungtiL GB'] },
  body: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', 'STFangsong', 'FZFangSong-Z02S'] },
  heading: { name: '黑体', instead: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'] },
  page: { name: '宋体', instead: ['SimSun', 'STSong', 'Noto Serif CJK SC'] },
} as const

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** word/fontTable.xml with the faces that stand in. */
export function fontTableXml(): string {
  const fonts = Object.values(PAPER_FONTS).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}</w:fonts>`
}
