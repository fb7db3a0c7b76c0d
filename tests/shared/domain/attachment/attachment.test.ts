import { expect, it } from 'vitest'
import { attachmentAggregate } from '../../../../shared/domain/attachment/attachment.ts'
import { foldEntity } from '../../../../shared/domain/fold.ts'
import { laneOf } from '../../../../shared/domain/lane.ts'
import { mentionsOf } from '../../../../shared/domain/mentions.ts'
import { searchTextOf } from '../../../../shared/domain/searchText.ts'
import { makeHistory } from '../../../support/history.ts'

const incident = { id: 'incident-1', no: '0714-A03', title: '李家湾村后山滑坡' }
const about = { incident, name: '现场.jpg', urgent: true }
const file = {
  sha256: 'a'.repeat(64),
  size: 4_000_000,
  mime: 'image/jpeg',
  thumbSha: 'b'.repeat(64),
  thumbSize: 12_000,
}

it('is shown until it is withdrawn; what was withdrawn without sight of it being brought back stays withdrawn', () => {
  const history = makeHistory('attachment-1')
  const fold = () => foldEntity(attachmentAggregate, 'attachment-1', history.events).state
  const added = history.add('attachment.added', { ...about, ...file })
  expect(fold()).toMatchObject({ ...about, file, withdrawn: null })
  history.add('attachment.withdrawn', { ...about, reason: '拍错了地方' })
  expect(fold()).toMatchObject({ file, withdrawn: { reason: '拍错了地方' } })
  history.add('attachment.restored', { ...about, reason: '没有拍错' }, { origin: 'd-b', sees: [added] })
  expect(fold().withdrawn).not.toBeNull()
  history.add('attachment.restored', { ...about, reason: '没有拍错' })
  expect(fold().withdrawn).toBeNull()
})

it('a withdrawal that comes first is kept and names the file', () => {
  const history = makeHistory('attachment-1')
  history.add('attachment.withdrawn', { ...about, reason: '重复' })
  expect(foldEntity(attachmentAggregate, 'attachment-1', history.events).state).toMatchObject({
    name: '现场.jpg',
    incident,
    added: null,
    file: null,
    withdrawn: { reason: '重复' },
  })
})

it('travels in the lane of its incident, stands in its timeline, and is found by its name alone', () => {
  const body = { ...about, ...file }
  expect(laneOf('attachment.added', body)).toBe(0)
  expect(laneOf('attachment.added', { ...body, urgent: false })).toBe(1)
  expect(laneOf('attachment.withdrawn', { ...about, urgent: false, reason: 'x' })).toBe(1)
  expect(mentionsOf('attachment-1', body)).toContain('incident-1')
  expect(searchTextOf('attachment', body).split('\n').sort()).toEqual(
    ['0714-A03', '李家湾村后山滑坡', '现场.jpg'].sort(),
  )
})
