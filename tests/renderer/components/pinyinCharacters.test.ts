import { expect, it } from 'vitest'
import { pinyinInitials } from '../../../renderer/components/pinyin.ts'

/** Characters common in names of places, people and hazards, under the letter their pinyin begins with. */
const BY_LETTER = {
  a: '阿安岸昂奥矮爱',
  b: '八坝白班北本比边冰病波布泵爆',
  c: '擦财仓草测层柴车陈成池冲出川床春村',
  d: '大代单党道德灯地点电东洞都断堆队对',
  e: '俄额恩二儿耳',
  f: '发法反方飞分风凤佛夫福富粉',
  g: '改干岗高哥给根工沟古关光广贵国果',
  h: '哈海寒杭好河黑红洪后湖滑化话环黄灰火货',
  j: '鸡急加家价坚江交街金井九局巨军积',
  k: '卡开看康考科可坑空口库矿快宽',
  l: '拉来兰狼老乐雷冷李立连梁林灵刘龙楼路络旅陆罗绿轮洛落',
  m: '妈马买满毛梅门孟米苗民明摸木莫墨',
  n: '那南脑内能泥年鸟宁牛农女暖',
  o: '哦欧偶',
  p: '怕排潘旁跑盆朋皮平坡铺破',
  q: '七齐前强桥青清秋区全群墙',
  r: '然让热人日荣肉如瑞弱',
  s: '撒三桑沙山上社生石水四松苏孙所算',
  t: '他塌台太谈塘桃特体天铁厅通头土团推拖',
  w: '挖外弯湾王危文翁我吴武雾窝',
  x: '西溪夏先乡小谢新兴熊徐雪寻',
  y: '丫烟岩杨姚叶一阴英永用游渔雨元月云',
  z: '扎寨张赵者真镇正中周竹转庄资走足组嘴左',
} as const

it.each(Object.entries(BY_LETTER))('%s: %s', (letter, characters) => {
  expect(pinyinInitials(characters)).toBe(letter.repeat(characters.length))
})
