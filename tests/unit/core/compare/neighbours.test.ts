import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighboursOf, type Comparable } from '../../../../src/core/compare/neighbours.ts';

const model = (id: string, changes: Partial<Comparable> = {}): Comparable => ({
  id,
  family: id,
  developer: id,
  paramsB: 30,
  released: '2026-01',
  code: false,
  successor: null,
  ...changes,
});

test('successor, then the nearest of the family, then the newest of the size class, one a maker', () => {
  const models = [
    model('own', { family: 'f', developer: 'd', successor: 'next' }),
    model('next', { family: 'f2', developer: 'd' }),
    model('family-70', { family: 'f', developer: 'd', paramsB: 70 }),
    model('family-14', { family: 'f', developer: 'd', paramsB: 14 }),
    model('family-7', { family: 'f', developer: 'd', paramsB: 7 }),
    model('old', { released: '2024-01' }),
    model('new', { developer: 'x', released: '2026-05' }),
    model('new-too', { developer: 'x', released: '2026-04' }),
    model('big', { paramsB: 49, released: '2026-06' }),
  ];
  assert.deepEqual(neighboursOf('own', models), [
    { why: '后继', ids: ['own', 'next'] },
    { why: '同系列的', ids: ['own', 'family-14', 'family-70'] },
    { why: '同档的', ids: ['own', 'new', 'old'] },
  ]);
});

test('models for code are put beside models for code where there are two, else beside any', () => {
  const own = model('own', { code: true });
  const general = model('general', { released: '2026-09' });
  const coders = [model('coder-1', { code: true }), model('coder-2', { code: true })];
  assert.deepEqual(neighboursOf('own', [own, general, ...coders])[0]?.ids, ['own', 'coder-1', 'coder-2']);
  assert.deepEqual(neighboursOf('own', [own, general, coders[0]!])[0]?.ids, ['own', 'general', 'coder-1']);
});

test('nothing near, and a model nobody knows: no comparison', () => {
  assert.deepEqual(neighboursOf('own', [model('own'), model('far', { paramsB: 300 })]), []);
  assert.deepEqual(neighboursOf('nobody', [model('own')]), []);
});
