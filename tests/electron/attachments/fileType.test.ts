import { deflateRawSync } from 'node:zlib'
import { Document, Packer } from 'docx'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { fileTypeOf } from '../../../electron/attachments/fileType.ts'
import { makeJpegBytes, makePng } from '../../support/pictures.ts'

it('knows a file by its bytes', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('a')
  const xlsx = Buffer.from(await workbook.xlsx.writeBuffer())
  const docx = await Packer.toBuffer(new Document({ sections: [] }))
  const compound = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from('WordDocument', 'utf16le'),
  ])
  expect(
    [
      makeJpegBytes(64),
      makePng(2, 2),
      xlsx,
      docx,
      compound,
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('\0\0\0\x18ftypheic'),
    ].map(fileTypeOf),
  ).toEqual([
    'image/jpeg',
    'image/png',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/msword',
    'application/pdf',
    'image/heic',
  ])
})

it('takes nothing for what it is not', () => {
  const strangers = [
    Buffer.from('MZ\x90\0 a program'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('<!doctype html><script>'),
    Buffer.from('PK\x03\x04 an archive of something else'),
    Buffer.from('PK\x03\x04'),
    Buffer.from('BM too short'),
    deflateRawSync('x'),
    Buffer.from('plain text'),
    Buffer.alloc(0),
  ]
  expect(strangers.map(fileTypeOf)).toEqual(strangers.map(() => null))
})
