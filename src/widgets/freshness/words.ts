import type { CollectionName } from '../../schema/collections.ts';
import type { Source } from '../../schema/source.ts';

export const COLLECTION_WORDS: Record<CollectionName, string> = {
  models: '模型',
  architectures: '模型结构（没有单独页面的模型）',
  benchmarks: '成绩（一个模型一份）',
  hardware: '硬件',
  speedMeasurements: '实测速度',
  memoryMeasurements: '实测内存',
  apis: 'API 价格（一个厂商一份）',
  rentals: '租用价格（一个平台一份）',
  electricity: '电价',
  hosting: '托管价格',
  rates: '汇率',
  engines: '引擎',
  'engine-constants': '估算常数（一个引擎一份）',
  'engine-flags': '引擎设置（一个引擎一份）',
  quantizations: '精度',
  'quantization-effects': '量化影响（一次实验一份）',
  errata: '原文核对',
  claims: '指南原值（一张表一份）',
  picker: '决策树',
  sources: '来源',
};

export const SOURCE_WORDS: Record<Source['kind'], string> = {
  vendor: '厂商',
  copy: '厂商文件的副本',
  engine: '引擎项目',
  leaderboard: '榜单',
  registry: '模型登记处',
  'third-party': '第三方',
  derived: '算出',
  recalled: '凭记忆，待核实',
  original: '指南原文',
};

export const AGE_WORDS = ['90 天内', '一年内', '超过一年'] as const;
