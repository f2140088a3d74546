import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Library } from '../../src/data/rules/fault.ts';
import { UNIT_RANGES } from '../../src/schema/benchmark.ts';
import type { Benchmark } from '../../src/schema/benchmark.ts';
import type { Model } from '../../src/schema/model.ts';
import type { Source } from '../../src/schema/source.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';

/** Independent leaderboards share a source, as the real ones do; everything else of a model has one of its own. */
const BOARDS = 20;
/** Sources of no page: arithmetic and memory stay what they are, since rules know them. */
const WITHOUT_PAGE = new Set<Source['kind']>(['derived', 'recalled']);

interface Options {
  /** The real records, which the synthetic ones are varied from, in turn. */
  library: Library;
  count: number;
  seed: number;
}

/**
 * Valid records of `count` models that do not exist, for measuring how the site grows: file below `content/data/` →
 * text. The same seed gives the same models, and fewer of them are the first of more. Every source says it is synthetic.
 */
export function syntheticRecords({ library, count, seed }: Options): Map<string, string> {
  const { models, benchmarks, sources } = library;
  const isKept = (id: string) => WITHOUT_PAGE.has(sources.byId.get(id)?.value.kind ?? 'vendor');
  const records = new Map<string, unknown>();
  for (let number = 1; number <= BOARDS; number += 1) {
    records.set(`sources/${boardId(number)}.yaml`, syntheticSource(`榜单 ${number}`, boardId(number)));
  }

  for (let number = 1; number <= count; number += 1) {
    const original = models.entries[(number - 1) % models.entries.length];
    const round = Math.ceil(number / models.entries.length);
    if (!original) throw new Error('content/data/models/ 是空的，没有可变化的模型');
    const id = `synthetic-${String(number).padStart(4, '0')}`;
    const chance = random(seed + number);
    const scores = benchmarks.byId.get(original.id)?.value;
    records.set(`sources/${id}.yaml`, syntheticSource(`模型 ${number}`, id));
    records.set(
      `models/${id}.yaml`,
      resourced(variedModel(original.value, number, round, chance), () => id, isKept),
    );
    if (!scores) continue;
    const board = () => boardId(1 + Math.floor(chance() * BOARDS));
    records.set(`benchmarks/${id}.yaml`, resourced(variedScores(scores, chance), board, isKept));
  }
  return new Map([...records].map(([file, record]) => [file, stringify(record)]));
}

/** Adds synthetic models to the repository at `root`. */
export function writeSyntheticRecords(root: string, options: Options): void {
  for (const [file, text] of syntheticRecords(options)) {
    const path = join(root, 'content/data', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const boardId = (number: number) => `synthetic-board-${number}`;

const syntheticSource = (name: string, id: string): Source => ({
  title: `合成出处：${name}`,
  url: `https://synthetic.invalid/${id}`,
  kind: 'third-party',
  seenAs: '不存在的模型，只用来测量网站怎样变大',
  snapshotDate: '2026-08-22',
});

/** Every figure larger by one factor, so that what holds between them still holds; every name another. */
function variedModel(model: Model, number: number, round: number, chance: Random): Model {
  const factor = 1 + chance() / 2;
  const counted = (value: number) => Math.floor(value * factor);
  const bytes = (value: number) => Math.ceil(value * factor);
  // A printed size may stand for half a unit more.
  const printed = (value: number) => Math.ceil((value + 0.5) * factor * 10) / 10;
  const { aliases, sameArchitecture, successor, guide, quantizedRepositories, ...rest } = model;
  const { parameters, architecture, checkpointBytes, publishedWeights, engines, release, files } = rest;
  const { exact } = parameters;
  return {
    ...rest,
    name: `${model.name} 合成 ${number}`,
    shortName: `${model.shortName} 合成 ${number}`,
    // Families stay as small as the real ones: a page lists all of its own.
    family: `${model.family}-${round}`,
    release: { ...release, date: earlier(release.date, Math.floor(chance() * 12)) },
    parameters: {
      ...parameters,
      publishedB: parameters.publishedB * factor,
      activePublishedB: parameters.activePublishedB && parameters.activePublishedB * factor,
      exact: exact && {
        ...exact,
        total: counted(exact.total),
        active: exact.active && counted(exact.active),
      },
    },
    // Layers and widths stay whole numbers that fit together, and give another count than the factor does.
    architecture: architecture && { ...architecture, note: architecture.note ?? '参数量按倍数改过' },
    checkpointBytes: checkpointBytes && { ...checkpointBytes, bytes: bytes(checkpointBytes.bytes) },
    publishedWeights: publishedWeights?.map((weights) => ({ ...weights, gib: printed(weights.gib) })),
    files: files.map((file) => ({
      ...file,
      sizeGb: printed(file.sizeGb),
      tag: `synthetic-${number}:${file.tag}`,
    })),
    engines: {
      ...engines,
      vllm: engines.vllm && {
        ...engines.vllm,
        ...(engines.vllm.vram && { vram: engines.vllm.vram.map((row) => ({ ...row, gb: printed(row.gb) })) }),
      },
      ollama: engines.ollama && { ...engines.ollama, tag: `synthetic-${number}:${engines.ollama.tag}` },
    },
    notes: `${model.notes ?? ''}合成的模型，第 ${number} 个，种类 ${Math.floor(chance() * 1e9)}。`,
  };
}

/** Some months earlier, on a day that every month has. */
function earlier(date: string, months: number): string {
  const [year = 0, month = 1, day] = date.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  const parts = [Math.floor(at / 12), (at % 12) + 1, ...(day === undefined ? [] : [Math.min(day, 28)])];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function variedScores({ scores }: Benchmark, chance: Random): Benchmark {
  return {
    scores: scores.map((score) => {
      const [lowest, highest] = UNIT_RANGES[score.unit];
      const moved = score.value + (chance() - 0.5) * (score.unit === '%' ? 10 : 100);
      return { ...score, value: Number(Math.min(highest, Math.max(lowest, moved)).toFixed(1)) };
    }),
  };
}

/** The record with its sources replaced, at any depth, but for those that are kept. */
function resourced<Value>(record: Value, newSource: () => string, isKept: (id: string) => boolean): Value {
  return JSON.parse(JSON.stringify(record), (key, value: unknown) =>
    key === 'source' && typeof value === 'string' && !isKept(value) ? newSource() : value,
  ) as Value;
}
