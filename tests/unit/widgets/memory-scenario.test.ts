import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { estimate, memoryInput } from '../../../src/core/estimate/estimate.ts';
import { fitOf } from '../../../src/core/estimate/fit.ts';
import { COMMON_PRECISIONS } from '../../../src/core/estimate/matrix.ts';
import { roomForMore, waysToFit } from '../../../src/core/estimate/suggest.ts';
import { parseSearch } from '../../../src/url/codec.ts';
import { knownRecords, scenarioOf, stateAfter } from '../../../src/widgets/memory/scenario.ts';
import { memoryCodec } from '../../../src/widgets/memory/url.ts';
import type { MemoryState } from '../../../src/widgets/memory/url.ts';
import { untold, view } from '../../estimator.ts';
import { anyState } from './memory-state.ts';

const codec = memoryCodec(knownRecords(view));
const at = (search: string) => parseSearch(codec, search).state;
const ask = (state: MemoryState) => {
  const scenario = scenarioOf(state, view);
  if ('problem' in scenario) throw new Error(scenario.problem);
  return scenario;
};
const fitAt = (state: MemoryState) => {
  const { query } = ask(state);
  return fitOf(memoryInput(query), query.machine.memory);
};
const suggestions = (state: MemoryState) => {
  const { query } = ask(state);
  const choices = {
    precisions: view.precisions.filter(({ id }) => COMMON_PRECISIONS.includes(id)),
    machines: view.machines,
    measured: new Set(view.fitted.machines.map(({ machine }) => machine)),
    asked: state.engine,
  };
  const fits = fitOf(memoryInput(query), query.machine.memory)?.verdict !== 'no';
  return { fits, found: fits ? roomForMore(query, choices) : waysToFit(query, choices) };
};

/** States that some engine runs. */
const runnable = anyState(view).filter((state) => 'query' in scenarioOf(state, view));

describe('「能跑吗」: from a link to an answer', () => {
  it('answers the default question and leaves out only models whose cache cannot be told', () => {
    assert.equal(fitAt(codec.fallback)?.verdict, 'fits');
    assert.equal(view.models.length + untold.length, 87);
    assert.ok(untold.length <= 5, untold.join());
  });

  it('never shows a number that is none', () => {
    fc.assert(
      fc.property(runnable, (state) => {
        const { memory, ...speeds } = estimate(ask(state).query, view.fitted);
        assert.ok(memory && Number.isFinite(memory.leftBytes));
        for (const [name, { low, typical, high }] of Object.entries(speeds)) {
          assert.ok([low, typical, high].every(Number.isFinite), name);
          assert.ok(0 <= low && low <= typical && typical <= high, `${name} ${low} ${typical} ${high}`);
        }
        assert.ok(speeds.decode.high <= speeds.decode.ceiling);
      }),
      { numRuns: 300 },
    );
  });

  it('every suggestion, followed as a link, fits', () => {
    let offered = 0;
    fc.assert(
      fc.property(runnable, (state) => {
        for (const suggestion of suggestions(state).found) {
          const { change, memory } = suggestion;
          const there = parseSearch(codec, codec.search(stateAfter(state, suggestion)));
          assert.deepEqual(there.ignored, []);
          const followed = fitAt(there.state);
          assert.ok(followed && followed.verdict !== 'no', change.kind);
          assert.equal(followed.leftBytes, memory.leftBytes, change.kind);
          offered += 1;
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(offered > 100);
  });

  it('offers each kind of change where it helps', () => {
    const kinds = (search: string) => suggestions(at(search)).found.map(({ change }) => change.kind);
    assert.deepEqual(kinds('?prec=q5-k-m'), ['precision', 'cache', 'context', 'devices', 'machine']);
    assert.deepEqual(kinds('?users=4'), ['precision', 'cache', 'context', 'users', 'devices', 'machine']);
    assert.deepEqual(kinds(''), ['context', 'users']);
  });

  it('offers as many cards as share the heads of a tensor-parallel model', () => {
    const { found } = suggestions(at('?m=qwen2.5-72b-instruct&prec=awq-int4'));
    const cards = found.find(({ change }) => change.kind === 'devices')?.change;
    assert.deepEqual(cards, { kind: 'devices', devices: 4 });
    assert.match(ask(at('?prec=awq-int4&n=3')).notes.join(), /分不匀/);
  });

  it('says what it took otherwise than asked', () => {
    assert.match(ask(at('?ctx=200000')).notes.join(), /最长 131,072 token/);
    assert.match(ask(at('?engine=mlx')).notes.join(), /MLX .*读不了 Q4_K_M/);
    assert.match(ask(at('?prec=awq-int4&kv=q4_0')).notes.join(), /没有 q4_0/);
    assert.match(ask(at('?hw=2x-xeon-e5-2680')).notes.join(), /没有内存大小：先按 64 GB/);
    assert.match(ask(at('?hw=mac-mini-m4&n=2')).notes.join(), /只有显卡/);
    assert.deepEqual(ask(codec.fallback).notes, []);
    const scenario = scenarioOf(at('?prec=mlx-4bit'), view);
    assert.ok('problem' in scenario && /没有引擎能读 MLX/.test(scenario.problem));
  });

  it('more memory never fits less; shorter and fewer never need more', () => {
    const question = fc.tuple(runnable, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(question, ([state, percent, more]) => {
        const { query } = ask(state);
        const memory = query.machine.memory;
        const now = fitOf(memoryInput(query), memory);
        assert.ok(now);
        const larger = fitOf(memoryInput(query), {
          ...memory,
          labelGb: memory.labelGb + more,
          ...(memory.reportedGib !== undefined && { reportedGib: memory.reportedGib + more }),
        });
        assert.ok(larger && larger.leftBytes > now.leftBytes);
        const contextTokens = Math.max(1, Math.floor((query.contextTokens * percent) / 100));
        const users = Math.max(1, Math.floor((query.users * percent) / 100));
        for (const change of [{ contextTokens }, { users }]) {
          const less = fitOf(memoryInput({ ...query, ...change }), memory);
          assert.ok(less && less.neededBytes <= now.neededBytes);
        }
      }),
      { numRuns: 200 },
    );
  });
});
