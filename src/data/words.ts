/** Words for values that records name by a key; one word for one thing on every page. Grades from most to least. */
export const ABILITY_WORDS = {
  tools: { yes: '支持', partial: '部分支持', no: '无依据' },
  reasoning: { always: '始终', hybrid: '可切换', none: '无' },
} as const;

export const LICENCE_WORDS = { yes: '可商用', conditions: '有条件', no: '不可商用' } as const;

export const MEASURED_BY = {
  independent: '独立评测',
  vendor: '厂商自报',
  'other-vendor': '其他厂商测',
  'third-party-relay': '转引',
} as const;
