import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { HARDWARE_COLUMNS, HARDWARE_KINDS } from '../src/core/hardware-columns.ts';
import { MACHINE_CLASSES } from '../src/core/machine-class.ts';
import { modelBuiltAlike, nameIndexes, resolveRow } from '../src/core/measurements.ts';
import { AXIS_COLUMNS, COLUMNS, VIEW_KEYS } from '../src/core/model-columns.ts';
import { ABILITIES, LICENCES, TABLE_PRECISIONS } from '../src/core/model-table.ts';
import { engineFamily } from '../src/core/resolve.ts';
import { SPEED_ENGINES } from '../src/core/estimate/engines.ts';
import { QUANTITIES } from '../src/core/estimate/accuracy-words.ts';
import { GRAVITY } from '../src/core/verdict.ts';
import type { Codec } from '../src/url/codec.ts';
import { COLUMN_KEYS as ACCURACY_COLUMNS } from '../src/widgets/accuracy/columns.ts';
import { accuracyCodec } from '../src/widgets/accuracy/url.ts';
import { compareCodec, CONTEXT_RANGE, MOST_MODELS, START } from '../src/widgets/compare/url.ts';
import { costCodec, CUSTOM, LIMITS as COST_LIMITS } from '../src/widgets/cost/url.ts';
import { errataCodec } from '../src/widgets/errata/url.ts';
import { hardwareCodec } from '../src/widgets/hardware-table/url.ts';
import { COLUMN_KEYS as MEASUREMENT_COLUMNS } from '../src/widgets/measurement-table/columns.ts';
import { measurementCodec } from '../src/widgets/measurement-table/url.ts';
import { knownRecords } from '../src/widgets/memory/scenario.ts';
import { memoryCodec } from '../src/widgets/memory/url.ts';
import { MOST_SELECTED, tableCodec } from '../src/widgets/model-table/url.ts';
import { MEMORY_RANGE_GB, pickerCodec, USERS_RANGE } from '../src/widgets/picker/url.ts';
import { view } from './estimator.ts';
import { recordsAt } from './records.ts';
import { anyState as anyQuestion } from './unit/widgets/memory-state.ts';

/** The link of one widget, made as its page makes it, and any state it may be in. */
export interface TestedCodec<State extends object = object> {
  codec: Codec<State>;
  /** Address of its page. */
  page: string;
  state: fc.Arbitrary<State>;
}

const records = recordsAt(fileURLToPath(new URL('..', import.meta.url)));
const unique = (values: Iterable<string | null | undefined>) =>
  [...new Set(values)].filter((value) => typeof value === 'string').toSorted();

const whole = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
/** Up to six decimals, as far as a link is exact. */
const amount = ({ min, max }: { min: number; max: number }) =>
  fc.integer({ min: Math.ceil(min * 1e6), max: max * 1e6 }).map((n) => Number((n / 1e6).toFixed(6)));
const one = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const text = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((value) => value.length <= 100);
const page = whole({ min: 1, max: 10_000 });
const sort = (columns: readonly string[]) =>
  fc.uniqueArray(record({ column: one(columns), descending: fc.boolean() }), {
    maxLength: 4,
    selector: ({ column }) => column,
  });
function record<State extends object>(fields: { [Key in keyof State]: fc.Arbitrary<State[Key]> }) {
  return fc.record(fields, { noNullPrototype: true }) as unknown as fc.Arbitrary<State>;
}

const modelIds = [...records.models.keys()];
const developers = unique([...records.models.values()].map(({ developer }) => developer.id));
const families = unique([...records.models.values()].map(({ family }) => family));
const columnKeys = COLUMNS.map(({ key }) => key);
const axes = AXIS_COLUMNS.map(({ key }) => key);
const billions = fc
  .tuple(maybe(amount({ min: 0, max: 50 })), maybe(amount({ min: 50, max: 2000 })))
  .map(([min, max]) => ({ min, max }));
const models = {
  page: '/models/',
  codec: tableCodec({ models: modelIds, developers, families }),
  state: record<ReturnType<typeof tableCodec>['fallback']>({
    q: text,
    dev: fc.subarray(developers),
    fam: maybe(one(families)),
    size: billions,
    active: billions,
    cap: fc.subarray([...ABILITIES]),
    lic: fc.subarray([...LICENCES]),
    ctx: maybe(whole({ min: 1, max: 100_000_000 })),
    since: maybe(one(['2024', '2025-02', '2026-11-30'])),
    mem: maybe(amount({ min: 1, max: 2000 })),
    prec: one(TABLE_PRECISIONS),
    sort: sort(['name', ...columnKeys]),
    view: one(VIEW_KEYS),
    cols: fc.subarray(columnKeys),
    as: one(['table', 'chart'] as const),
    x: one(axes),
    y: one(axes),
    sel: fc.shuffledSubarray(modelIds, { maxLength: MOST_SELECTED }),
    p: page,
  }),
};

const machines = [...knownRecords(view).machines.keys()];
const { precisions } = knownRecords(view);
const compare = {
  page: '/compare/',
  codec: compareCodec(
    { models: modelIds, machines, precisions },
    {
      ...START,
      m: ['qwen2.5-coder-32b-instruct', 'deepseek-coder-v2-lite-instruct', 'qwen2.5-72b-instruct'],
    },
  ),
  state: record<ReturnType<typeof compareCodec>['fallback']>({
    m: fc.shuffledSubarray(modelIds, { minLength: 1, maxLength: MOST_MODELS }),
    hw: one(machines),
    prec: one(precisions),
    ctx: whole(CONTEXT_RANGE),
    only: one(['all', 'diff'] as const),
  }),
};

const memory = { page: '/memory/', codec: memoryCodec(knownRecords(view)), state: anyQuestion(view) };

const prices = unique(
  [...records.apis.values()].flatMap((api) =>
    api.prices.filter(({ featured }) => featured).map(({ id }) => id),
  ),
);
const cost = {
  page: '/cost/',
  codec: costCodec(prices, { hw: 15_000, api: 'deepseek-flash', fx: 6.7 }),
  state: record<ReturnType<typeof costCodec>['fallback']>({
    ...(Object.fromEntries(Object.entries(COST_LIMITS).map(([key, range]) => [key, amount(range)])) as Record<
      keyof typeof COST_LIMITS,
      fc.Arbitrary<number>
    >),
    api: one([...prices, CUSTOM]),
    cur: one(['CNY', 'USD'] as const),
  }).map((state) => ({
    ...state,
    ...(state.api === CUSTOM ? {} : { pin: 0, pout: 0, cur: 'CNY' as const }),
  })),
};

const reply = maybe(one(['yes', 'no'] as const));
const picker = {
  page: '/pick/',
  codec: pickerCodec,
  state: record<typeof pickerCodec.fallback>({
    mem: maybe(amount({ ...MEMORY_RANGE_GB, max: 2000 })),
    code: reply,
    speed: reply,
    best: reply,
    users: maybe(whole(USERS_RANGE)),
  }),
};

const hardware = {
  page: '/hardware/',
  codec: hardwareCodec,
  state: record<typeof hardwareCodec.fallback>({
    q: text,
    kind: fc.subarray([...HARDWARE_KINDS]),
    mem: maybe(amount({ min: 1, max: 2000 })),
    sort: sort(['name', ...HARDWARE_COLUMNS.map(({ key }) => key)]),
  }),
};

const rows = [...records.speedMeasurements.values(), ...records.memoryMeasurements.values()];
const indexes = nameIndexes(records);
const resolved = rows.map((row) => resolveRow(row, indexes));
const sources = unique(rows.map(({ source }) => source));
const measured = {
  model: unique([...resolved.map(({ model }) => model), ...rows.map((row) => modelBuiltAlike(row, indexes))]),
  hardware: unique(resolved.map((row) => row.hardware)),
  precision: unique(resolved.map(({ precision }) => precision)),
  engine: unique(rows.map(({ engine }) => engineFamily(engine))),
  source: sources,
};
const measurements = {
  page: '/measurements/',
  codec: measurementCodec(measured),
  state: record<ReturnType<typeof measurementCodec>['fallback']>({
    kind: one(['speed', 'memory'] as const),
    q: text,
    m: maybe(one(measured.model)),
    hw: maybe(one(measured.hardware)),
    prec: maybe(one(measured.precision)),
    engine: maybe(one(measured.engine)),
    src: maybe(one(sources)),
    sort: sort(MEASUREMENT_COLUMNS),
    p: page,
  }),
};

const concerned = unique([...records.errata.values()].flatMap(({ model }) => model ?? []));
const errata = {
  page: '/about/errata/',
  codec: errataCodec(concerned),
  state: record<ReturnType<typeof errataCodec>['fallback']>({
    verdict: maybe(one(GRAVITY)),
    model: maybe(one([...concerned, 'none'])),
  }),
};

const judged = {
  engine: unique([
    ...Object.keys(SPEED_ENGINES),
    ...[...records.memoryMeasurements.values()].map(({ engine }) => engine),
  ]),
  class: Object.keys(MACHINE_CLASSES),
  source: sources,
};
const accuracy = {
  page: '/about/accuracy/',
  codec: accuracyCodec(judged),
  state: record<ReturnType<typeof accuracyCodec>['fallback']>({
    what: one(QUANTITIES),
    engine: maybe(one(judged.engine)),
    class: maybe(one(judged.class)),
    kind: maybe(one(['dense', 'moe'] as const)),
    src: maybe(one(sources)),
    sort: sort(ACCURACY_COLUMNS),
    p: page,
  }),
};

/** Every link of the site by the folder of its widget. */
export const CODECS = {
  'model-table': models,
  compare,
  memory,
  cost,
  picker,
  'hardware-table': hardware,
  'measurement-table': measurements,
  errata,
  accuracy,
} as unknown as Record<string, TestedCodec>;
