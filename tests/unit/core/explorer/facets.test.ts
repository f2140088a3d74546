import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { facets } from '../../../../src/core/explorer/facets.ts';
import {
  ABILITIES,
  filterRows,
  LICENCES,
  NO_FILTERS,
  type FilterableRow,
  type FilterGroup,
  type Filters,
} from '../../../../src/core/model-table.ts';

const DEVELOPERS = ['alibaba', 'deepseek', 'meta'];
const FAMILIES = ['qwen3', 'llama'];
const DATES = ['2024-09-19', '2025-04', '2025-04-29', '2026-01-02'];
const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const size = fc.integer({ min: 1, max: 8 });
const range = fc.record({ min: optional(size), max: optional(size) });

const rows = fc.array(
  fc
    .record({
      searchText: fc.constantFrom('qwen coder', 'llama', 'qwen'),
      developer: fc.constantFrom(...DEVELOPERS),
      family: fc.constantFrom(...FAMILIES),
      paramsB: size,
      abilities: fc.subarray([...ABILITIES]),
      commercialUse: optional(fc.constantFrom(...LICENCES)),
      q4: optional(size),
      active: optional(size),
      context: size,
      released: fc.constantFrom(...DATES),
    })
    .map(({ q4, active, context, released, ...rest }): FilterableRow => ({
      ...rest,
      id: rest.searchText,
      weightsGb: { bf16: null, 'q8-0': q4, 'q4-k-m': q4 },
      sortKeys: { active, context, released },
    })),
  { maxLength: 30 },
);

const filters: fc.Arbitrary<Filters> = fc.record({
  text: fc.constantFrom('', 'qwen', 'QWEN coder'),
  developers: fc.subarray(DEVELOPERS),
  family: optional(fc.constantFrom(...FAMILIES)),
  size: range,
  active: range,
  abilities: fc.subarray([...ABILITIES]),
  licences: fc.subarray([...LICENCES]),
  contextTokens: optional(size),
  since: optional(fc.constantFrom(...DATES)),
  memoryGb: optional(size),
  precision: fc.constantFrom('bf16' as const, 'q4-k-m' as const),
});

/** The fields of each group: a choice of the group changes these and no others. */
const FIELDS: Record<FilterGroup, readonly (keyof Filters)[]> = {
  text: ['text'],
  developers: ['developers'],
  family: ['family'],
  size: ['size'],
  active: ['active'],
  abilities: ['abilities'],
  licences: ['licences'],
  context: ['contextTokens'],
  since: ['since'],
  memory: ['memoryGb', 'precision'],
};

test('the count of a choice is what filtering by it leaves', () => {
  fc.assert(
    fc.property(rows, filters, filters, (all, now, other) => {
      const found = facets(all, now);
      for (const [group, fields] of Object.entries(FIELDS)) {
        const change = Object.fromEntries(fields.map((field) => [field, other[field]]));
        assert.equal(
          found.count(group as FilterGroup, change),
          filterRows(all, { ...now, ...change }).length,
          group,
        );
      }
    }),
  );
});

test('a tally is the count of each value', () => {
  fc.assert(
    fc.property(rows, filters, (all, now) => {
      const developers = facets(all, now).tally('developers', ({ developer }) => developer);
      for (const developer of DEVELOPERS) {
        assert.equal(
          developers.get(developer) ?? 0,
          filterRows(all, { ...now, developers: [developer] }).length,
        );
      }
      const licences = facets(all, now).tally('licences', ({ commercialUse }) => commercialUse);
      for (const licence of LICENCES) {
        assert.equal(licences.get(licence) ?? 0, filterRows(all, { ...now, licences: [licence] }).length);
      }
    }),
  );
});

test('a chosen developer does not make the others zero', () => {
  const row = (id: string, developer: string): FilterableRow => ({
    id,
    searchText: '',
    developer,
    family: '',
    paramsB: 1,
    abilities: [],
    commercialUse: null,
    weightsGb: { bf16: null, 'q8-0': null, 'q4-k-m': null },
    sortKeys: {},
  });
  const found = facets([row('a', 'meta'), row('b', 'meta'), row('c', 'alibaba')], {
    ...NO_FILTERS,
    developers: ['alibaba'],
  });
  assert.deepEqual(
    found.tally('developers', ({ developer }) => developer),
    new Map([
      ['alibaba', 1],
      ['meta', 2],
    ]),
  );
});
