import assert from 'node:assert/strict';
import { it } from 'node:test';
import { memoryInput } from '../../../../src/core/estimate/estimate.ts';
import { fitOf } from '../../../../src/core/estimate/fit.ts';
import { COMMON_PRECISIONS, modelsThatFit, precisionMatrix } from '../../../../src/core/estimate/matrix.ts';
import { weightsOf } from '../../../../src/core/estimate/suggest.ts';
import { knownRecords, scenarioOf } from '../../../../src/widgets/memory/scenario.ts';
import { memoryCodec } from '../../../../src/widgets/memory/url.ts';
import { view } from '../../../estimator.ts';

const { fallback } = memoryCodec(knownRecords(view));
const scenario = scenarioOf(fallback, view);
assert.ok('query' in scenario);
const { query } = scenario;
const precisions = view.precisions.filter(({ id }) => COMMON_PRECISIONS.includes(id));

it('common precisions are records, and one of them is the default', () => {
  assert.equal(precisions.length, COMMON_PRECISIONS.length);
  assert.ok(COMMON_PRECISIONS.includes(fallback.prec));
});

it('a cell of the matrix is the estimate of that precision and context', () => {
  const rows = precisionMatrix(query, { precisions, contexts: [4096, 8192, 131_072], asked: null });
  assert.ok(!rows.some(({ precision }) => precision.family === 'mlx'));
  const own = rows.find(({ precision }) => precision.id === fallback.prec);
  assert.deepEqual(own?.cells[1]?.memory, fitOf(memoryInput(query), query.machine.memory));
  const sizes = rows.map(({ precision }) => weightsOf(query, precision));
  assert.deepEqual(
    sizes,
    sizes.toSorted((a, b) => b - a),
  );
  for (const { cells } of rows) {
    const left = cells.map(({ memory }) => memory.leftBytes);
    assert.deepEqual(
      left,
      left.toSorted((a, b) => b - a),
    );
  }
});

it('models of a machine: each fits, and nothing more precise would', () => {
  const rows = modelsThatFit(query, { models: view.models, precisions, fitted: view.fitted });
  assert.ok(rows.length > 20 && rows.length < view.models.length);
  for (const { model, precision, memory, decode } of rows) {
    assert.notEqual(memory.verdict, 'no');
    assert.ok(Number.isFinite(decode.typical));
    for (const other of precisions.filter(({ family }) => family === 'gguf')) {
      if (weightsOf({ model }, other) <= weightsOf({ model }, precision)) continue;
      const fit = fitOf(memoryInput({ ...query, model, precision: other }), query.machine.memory);
      assert.equal(fit?.verdict, 'no', `${model.id} ${other.id}`);
    }
  }
});
