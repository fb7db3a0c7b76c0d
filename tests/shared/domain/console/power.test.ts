import { expect, it } from 'vitest'
import { followPower, MAINS_TOLD, markOf, type PowerReading } from '../../../../shared/domain/console/power.ts'

const battery = (percent: number | null): PowerReading => ({ onBattery: true, percent })
const mains = (percent: number | null = null): PowerReading => ({ onBattery: false, percent })

/** What would be told of a row of readings: the source, and the warning that goes with it. */
function follow(...readings: PowerReading[]): string[] {
  let told = MAINS_TOLD
  return readings.map((reading) => {
    const news = followPower(told, reading)
    if (!news) return '-'
    told = news.told
    return `${reading.onBattery ? 'battery' : 'mains'}${news.warn === null ? '' : ` ${news.warn}`}`
  })
}

it('tells of each change of source and of each mark once', () => {
  expect(
    follow(
      mains(100),
      battery(99),
      battery(31),
      battery(30),
      battery(29),
      battery(10),
      battery(9),
      mains(9),
      mains(20),
    ),
  ).toEqual(['-', 'battery', '-', 'battery 30', '-', 'battery 10', '-', 'mains', '-'])
})

it('does not repeat a mark that a wavering reading crosses again', () => {
  expect(follow(battery(31), battery(30), battery(31), battery(30), battery(10), battery(11), battery(10))).toEqual([
    'battery',
    'battery 30',
    '-',
    '-',
    'battery 10',
    '-',
    '-',
  ])
})

it('warns at once of a battery that is low when the plug is pulled, with the lowest mark alone', () => {
  expect(follow(battery(25), battery(10))).toEqual(['battery 30', 'battery 10'])
  expect(follow(battery(5))).toEqual(['battery 10'])
})

it('warns again in the next outage', () => {
  expect(follow(battery(20), mains(20), battery(20))).toEqual(['battery 30', 'mains', 'battery 30'])
})

it('knows the source also of a battery that does not say what is left', () => {
  expect(follow(battery(null), battery(null), mains())).toEqual(['battery', '-', 'mains'])
})

it.each([
  [battery(31), null],
  [battery(30), 30],
  [battery(11), 30],
  [battery(10), 10],
  [battery(0), 10],
  [battery(null), null],
  [mains(5), null],
])('the mark of %j is %s', (reading, mark) => {
  expect(markOf(reading)).toBe(mark)
})
