// A whole flood night in a real Electron, by keys alone and under a steered clock: three incidents at once, ten calls about one,
// a change of person, the head at the desk, the broadband lost, an order over the satellite, every report in time. Its acts are in
// tests/support/night.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeInElectron } from '../support/electronApp.ts'
import * as beginning from '../support/night/beginning.ts'
import * as cutOff from '../support/night/cutOff.ts'
import * as dawn from '../support/night/dawn.ts'
import * as overSatellite from '../support/night/overSatellite.ts'
import { beginStory, type Story } from '../support/night/story.ts'

const WAIT_MS = 20_000

describeInElectron('a flood night, by keyboard alone', () => {
  let story: Story
  let broken = false

  beforeAll(async () => {
    story = await beginStory('2026-07-14', '02:40')
    story.night.desk.page.setDefaultTimeout(WAIT_MS)
  }, 120_000)
  // One story: what follows a broken part says nothing.
  beforeEach(({ skip }) => skip(broken))
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail'
    if (broken) await story?.shot('broken')
    else expect(await story.night.mousePresses()).toEqual([])
  })
  afterAll(() => story?.night.close())

  it('02:40 three incidents at once, each taken down in one line', () => beginning.takeThreeIncidents(story))
  it('02:43 call after call about the flood; each keeps its own figures', () => beginning.takeManyCalls(story))
  it('02:45 another officer takes the seat in the middle of a call, and nothing typed is lost', () =>
    beginning.changePerson(story))
  it('02:46 the head orders the response by telephone; steps are ticked and become tasks', () =>
    beginning.startTheResponse(story))
  it('02:48 the team answers, every household is ticked; the head is here and takes the command', () =>
    beginning.evacuateAndHandOver(story))
  it('02:50 the officer adopts what counts; the head sees it all in five seconds', () => beginning.adoptAndLook(story))
  it('02:51 told by telephone, written, signed in place, sent: the county has the first report', () =>
    cutOff.reportFirst(story))
  it('02:52 the broadband is lost: duty goes on, and the head sees what the county does not have', () =>
    cutOff.loseTheBroadband(story))
  it('02:54 the follow-up is written and signed without any link, and waits', () => cutOff.followUpOffline(story))
  it('02:57 amber comes before red: the slide and the gas leak are told in time, by telephone', () =>
    cutOff.tellBeforeRed(story))
  it('03:00 the satellite is up: lives and command go first, the follow-up and the figures are at the county', () =>
    overSatellite.raiseTheSatellite(story))
  it('03:00 the county’s order comes over the satellite, is signed for and answered', () =>
    overSatellite.obeyTheCounty(story))
  it('03:05 the half hour is nearly over: the last steps are settled, the head sees where it stands', () =>
    overSatellite.settleTheHalfHour(story))
  it('03:12 the slide is reported in writing before red; the gas leak needs none, with its reason', () =>
    overSatellite.reportTheOthers(story))
  it('05:40 it is over: the final report leaves, nothing was late', () => dawn.endTheNight(story))
  it('the broadband is back: the county holds the same records, hash for hash', () => dawn.compareWithTheCounty(story))
  it('every paper opens in LibreOffice', () => dawn.openThePapers(story))
})
