import { test } from 'node:test';
import { assertRangesRise } from '../../../../src/data/rules/ranges.ts';
import { assertOnlyFault } from '../fixture.ts';

const HOSTING = 'content/data/hosting/demo-room.yaml';
const ELECTRICITY = 'content/data/electricity/demo-city.yaml';

test('a range that ends where it begins', () => {
  assertOnlyFault(
    assertRangesRise,
    { [HOSTING]: [['amountHigh: 800', 'amountHigh: 300']] },
    {
      file: HOSTING,
      line: 5,
      field: 'items[0].amountHigh',
      value: '300',
      message: '要大于 amount（300）；只有一个数就删去 amountHigh',
    },
  );
});

test('a range of electricity prices that falls', () => {
  assertOnlyFault(
    assertRangesRise,
    { [ELECTRICITY]: [['{ perKwh: 0.6,', '{ perKwh: 0.6, perKwhHigh: 0.55,']] },
    {
      file: ELECTRICITY,
      line: 7,
      field: 'prices[1].perKwhHigh',
      value: '0.55',
      message: '要大于 perKwh（0.6）；只有一个数就删去 perKwhHigh',
    },
  );
});
