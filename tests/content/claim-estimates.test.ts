import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFacts } from '../../src/core/bounds.ts';
import { estimateClaim } from '../../src/core/estimate/claim-estimate.ts';
import type { ClaimEstimate } from '../../src/core/estimate/claim-estimate.ts';
import { readConstants } from '../../src/core/estimate/constants.ts';
import { precisionBits } from '../../src/core/estimate/precision-bits.ts';
import { shapeOfModel } from '../../src/core/estimate/shapes.ts';
import { judgeClaim } from '../../src/core/judge.ts';
import { machineClass } from '../../src/core/machine-class.ts';
import type { ClaimMeaning, Verdict } from '../../src/schema/claim.ts';
import { recordsAt } from '../records.ts';

const records = recordsAt(`${import.meta.dirname}/../..`);
const fitted = readConstants(records['engine-constants']);

const precision = (id: string) => {
  const record = records.quantizations.get(id);
  const bits = precisionBits(id, fitted.gguf);
  assert.ok(record && bits, id);
  return { id, name: record.name, family: record.family, bits };
};
const filePrecisions = ['bf16', 'int8', 'q4-k-m'].map(precision);

/** The machine as the estimator has it; compute only matters for many requests, where a usual figure serves. */
function machine(id: string) {
  const { name, kind, bandwidth } = records.hardware.get(id)!;
  return {
    id,
    name,
    class: machineClass({ name, kind }),
    bandwidthGbPerSecond: bandwidth!.gbPerSecond,
    teraOps: 1,
    narrowTeraOps: {},
    memory: { kind: 'ram' as const, labelGb: 256 },
  };
}

function estimated(means: ClaimMeaning, modelId: string): ClaimEstimate | null {
  const record = records.models.get(modelId)!;
  const files = record.files.filter(({ note }) => note === undefined);
  return estimateClaim({
    means,
    model: {
      id: modelId,
      name: record.shortName,
      shape: shapeOfModel(record),
      contextNative: record.context.native,
      contextLongest: record.context.extended ?? record.context.native,
      fileBytes: Object.fromEntries(files.map((file) => [file.precision, file.sizeGb * 1e9])),
    },
    precision: means.precision ? precision(means.precision) : null,
    machine: means.hardware ? machine(means.hardware) : null,
    fitted,
    filePrecisions,
  });
}

interface Judged {
  place: string;
  text: string;
  impossible: boolean;
  estimate: ClaimEstimate | null;
  errata: Verdict[];
}

const judged: Judged[] = [...records.claims].flatMap(([table, { columns, rows }]) =>
  rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([key, { text, means, errata = [] }]) => {
      const modelId = row.model ?? columns.find((column) => column.key === key)?.model;
      if (!means || modelId === undefined) return [];
      const hard = judgeClaim({
        means,
        model: modelFacts(records.models.get(modelId)!),
        precisionBits: means.precision
          ? (records.quantizations.get(means.precision)?.nominalBits ?? null)
          : null,
        bandwidthGbPerSecond: means.hardware
          ? (records.hardware.get(means.hardware)?.bandwidth?.gbPerSecond ?? null)
          : null,
      });
      return [
        {
          place: `${table}/${row.key}/${key}`,
          text,
          impossible: hard?.verdict === 'impossible',
          estimate: estimated(means, modelId),
          errata: errata.map((id) => records.errata.get(id)!.verdict),
        },
      ];
    }),
  ),
);

const list = (wanted: (one: Judged) => boolean) =>
  judged.filter(wanted).map(({ place, text }) => `${place} ${text}`);

test('内存、速度、耗时、磁盘和并发的原值都有估算', () => {
  const expected = judged.filter(({ place }) =>
    /^resources\/|^speed\/.*(decode|thousand)|^measured\/|^concurrency.*(throughput|memory)|^profile-performance\/.*(memory|speed)/.test(
      place,
    ),
  );
  assert.equal(expected.length, 45);
  assert.deepEqual(
    expected.filter(({ estimate }) => !estimate).map(({ place }) => place),
    [],
  );
});

test('算术证明不可能的，核对也不说它成立', () => {
  const impossible = judged.filter((one) => one.impossible);
  assert.equal(impossible.length, 29);
  assert.deepEqual(
    list(({ impossible: hard, errata }) => hard && errata.some((verdict) => verdict.startsWith('agrees'))),
    [],
  );
});

test('算术与估算不打架：不可能的原值在估算范围的另一侧，从不在范围以内', () => {
  const inside = judged.filter(({ impossible, estimate, text }) => {
    if (!impossible || !estimate) return false;
    const [low = 0, high = low] = (text.match(/\d+/g) ?? []).map(Number);
    return low >= estimate.low && high <= estimate.high;
  });
  assert.deepEqual(
    inside.map(({ place }) => place),
    [],
  );
});

test('物理上可能而与估算相差很远的原值，核对也都说不符', () => {
  assert.deepEqual(
    list(({ impossible, estimate }) => !impossible && estimate?.differs === true),
    [
      'concurrency-qwen2.5-coder-32b/users-5/throughput 8 tok/s',
      'resources/deepseek-coder-v2-lite-instruct/int4 8GB',
    ],
  );
  assert.deepEqual(
    list(
      ({ impossible, estimate, errata }) =>
        !impossible && estimate?.differs === true && !errata.includes('differs'),
    ),
    [],
  );
});

test('核对说有条件成立的速度在估算范围以内', () => {
  const held = judged.filter(({ estimate, errata }) => estimate && errata.includes('agrees-with-condition'));
  assert.equal(held.length, 3);
  assert.ok(held.every(({ estimate }) => !estimate?.differs));
});
