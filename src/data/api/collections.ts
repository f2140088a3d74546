import { z } from 'zod';
import { api } from '../../schema/api.ts';
import { benchmark } from '../../schema/benchmark.ts';
import { collections } from '../../schema/collections.ts';
import type { FolderName, Records } from '../../schema/collections.ts';
import { memoryMeasurement, speedMeasurement } from '../../schema/measurement.ts';
import { model } from '../../schema/model.ts';
import { rental } from '../../schema/rental.ts';
import { id, positive, text } from '../../schema/shared.ts';
import { accuracyItem, accuracyItems } from './accuracy-items.ts';
import {
  measurementItems,
  modelItems,
  priceItems,
  rentalItems,
  scoreItems,
  vendorItems,
  withIds,
  type Item,
} from './items.ts';

/** One list of `/api/v1/`: its name is that of the file, its fields are a contract. */
export interface ApiCollection {
  name: string;
  /** For the reader of the index and of the page about the data. */
  title: string;
  item: z.ZodType;
  items(records: Records): Item[];
}

/** A figure computed here, with the sum it comes from. */
const computed = z.strictObject({ value: positive, formula: text });

/** Ids of the records that the printed names of a row mean; null where no record carries the name. */
const resolved = { model: id.nullable(), hardware: id.nullable(), precision: id.nullable() };

const { prices, vendor: vendorName, ...vendor } = api.shape;
const { offers, platform: platformName, region } = rental.shape;

/** Records as they are, with their ids. */
const whole = (name: FolderName, title: string): ApiCollection => ({
  name,
  title,
  item: z.strictObject({ id, ...(collections[name].shape as z.ZodRawShape) }),
  items: (records) => withIds(records[name]),
});

/** In the order of the index. */
export const API_COLLECTIONS: readonly ApiCollection[] = [
  {
    name: 'models',
    title: '模型',
    item: z.strictObject({
      id,
      ...model.shape,
      derived: z.strictObject({ weightsBytesBf16: computed }).optional(),
    }),
    items: modelItems,
  },
  whole('hardware', '硬件'),
  {
    name: 'benchmarks',
    title: '评测成绩',
    item: z.strictObject({ id, model: id, ...benchmark.shape.scores.element.shape }),
    items: scoreItems,
  },
  {
    name: 'prices',
    title: 'API 价格',
    item: z.strictObject({ ...prices.element.shape, vendor: id, vendorName }),
    items: priceItems,
  },
  {
    name: 'vendors',
    title: 'API 厂商与计价规则',
    item: z.strictObject({ id, name: vendorName, ...vendor }),
    items: vendorItems,
  },
  {
    name: 'measurements',
    title: '实测（速度、内存）',
    item: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('speed'), ...speedMeasurement.shape, ...resolved }),
      z.strictObject({
        kind: z.literal('memory'),
        ...memoryMeasurement.shape,
        ...resolved,
        derived: z.strictObject({ bytes: computed }),
      }),
    ]),
    items: measurementItems,
  },
  whole('errata', '原文核对'),
  whole('quantizations', '精度'),
  whole('quantization-effects', '精度对成绩的影响'),
  whole('engines', '推理引擎'),
  whole('engine-flags', '推理引擎的启动参数'),
  {
    name: 'rentals',
    title: '租机器的价格',
    item: z.strictObject({
      ...offers.element.shape,
      platform: id,
      platformName,
      region,
    }),
    items: rentalItems,
  },
  whole('electricity', '电价'),
  whole('hosting', '机房托管价格'),
  whole('rates', '汇率'),
  { name: 'accuracy', title: '估算准确度', item: accuracyItem, items: accuracyItems },
  whole('sources', '来源'),
];
