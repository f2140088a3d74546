import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { modelFacts } from '../../src/core/bounds.ts';
import { judgeClaim } from '../../src/core/judge.ts';
import { checkData } from '../../src/data/check.ts';
import { readLibrary } from '../../src/data/read.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { library } = readLibrary(root);

/** Errata whose figure is below the weights alone, or faster than the memory can be read. */
const IMPOSSIBLE_BY_ARITHMETIC = [
  ...['s017', 's018', 's019', 's020', 's023', 's024', 's025', 's028', 's029', 's030', 's031'],
  ...['s054', 's057', 's061', 's063', 's064', 's065', 's066', 's067', 's068', 's069', 's073', 's074'],
];

/** Every figure of the guide that arithmetic can judge. */
const judged = library.claims.entries.flatMap(({ id, value: { columns, rows } }) =>
  rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([key, { means, errata = [] }]) => {
      if (!means) return [];
      const model = library.models.byId.get(
        columns.find((column) => column.key === key)?.model ?? row.model ?? '',
      );
      const judgement = judgeClaim({
        means,
        model: model ? modelFacts(model.value) : null,
        precisionBits: library.quantizations.byId.get(means.precision ?? '')?.value.nominalBits ?? null,
        bandwidthGbPerSecond:
          library.hardware.byId.get(means.hardware ?? '')?.value.bandwidth?.gbPerSecond ?? null,
      });
      const verdicts = errata.map((erratum) => library.errata.byId.get(erratum)?.value.verdict);
      return judgement ? [{ place: `${id}: ${row.key}, ${key}`, ...judgement, errata, verdicts }] : [];
    }),
  ),
);

test('no record has a fault', () => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const { faults } = checkData({ root, today });
  assert.deepEqual(
    faults.map(({ file, line, field, message }) => `${file}:${line} ${field} ${message}`),
    [],
  );
});

test('arithmetic finds each figure impossible that the errata say it does', () => {
  const found = new Set(
    judged.filter(({ verdict }) => verdict === 'impossible').flatMap(({ errata }) => errata),
  );
  assert.deepEqual(
    IMPOSSIBLE_BY_ARITHMETIC.filter((erratum) => !found.has(erratum)),
    [],
  );
});

test('no erratum lets stand what arithmetic finds impossible, or the other way round', () => {
  for (const { place, verdict, verdicts, arithmetic } of judged) {
    const allowed =
      verdict === 'impossible'
        ? ['impossible', 'differs']
        : ['differs', 'unverifiable', 'agrees-with-condition', 'agrees'];
    for (const said of verdicts)
      assert.ok(said && allowed.includes(said), `${place} is ${said}: ${arithmetic}`);
    if (verdict === 'impossible') assert.ok(verdicts.length > 0, `${place} has no erratum: ${arithmetic}`);
  }
});
