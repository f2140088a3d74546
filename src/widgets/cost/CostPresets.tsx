import type { MouseEvent } from 'react';
import type { Codec } from '../../url/codec.ts';
import { GUIDE_PRESETS, presetState } from './presets.ts';
import type { GuidePreset, PrintedQuantity } from './presets.ts';
import { costOf } from './scenario.ts';
import type { PriceView } from './scenario.ts';
import type { CostState } from './url.ts';
import { callsWords, moneyWords } from './words.ts';

interface Props {
  state: CostState;
  codec: Codec<CostState>;
  prices: readonly PriceView[];
  onPick(state: CostState): void;
}

/** The guide's rows as scenarios: links that act in place, and for each what it silently assumes. */
export function CostPresets({ state, codec, prices, onPick }: Props) {
  const current = codec.search(state);
  const presets = GUIDE_PRESETS.map((preset) => {
    const scenario = presetState(preset.change, codec.fallback);
    return { preset, scenario, search: codec.search(scenario) };
  });
  const active = presets.find(({ search }) => search === current);
  const link = (scenario: CostState) => ({
    href: codec.search(scenario) || '?',
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      onPick(scenario);
    },
  });
  /** The quantities the guide prints, as computed here. */
  const computed = ({ printed }: GuidePreset, scenario: CostState) => {
    const cost = costOf(scenario, prices);
    return printed.map(({ quantity }) => quantityWords(quantity, cost[quantity])).join('、');
  };
  const otherwise = (preset: GuidePreset) => {
    if (!preset.instead) return null;
    const scenario = presetState(preset.instead.change, codec.fallback);
    return (
      <>
        {preset.instead.words}：<a {...link(scenario)}>{computed(preset, scenario)}</a>
      </>
    );
  };

  return (
    <section className="cost-presets" aria-label="指南的数字">
      <p className="cost-presets-label">指南里的数字，点一个看它是怎么算出来的：</p>
      <ul className="chips">
        {presets.map(({ preset, scenario, search }) => (
          <li key={preset.id}>
            <a className="chip" aria-current={search === current ? 'true' : undefined} {...link(scenario)}>
              {preset.label}
            </a>
          </li>
        ))}
      </ul>
      <div role="status">
        {active && (
          <p className="cost-preset-note">
            指南写{printedWords(active.preset)}。要得到它：{active.preset.hides}
            这里算得：{computed(active.preset, active.scenario)}。{otherwise(active.preset)}
          </p>
        )}
      </div>
      <details className="cost-details">
        <summary>指南的这些数字各自暗含什么</summary>
        <div className="table-scroll" tabIndex={0} role="region" aria-label="指南的数字与暗含的假设">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">指南写</th>
                <th scope="col">要这样才算得出</th>
                <th scope="col">这里算得</th>
                <th scope="col">换个算法</th>
              </tr>
            </thead>
            <tbody>
              {presets.map(({ preset, scenario }) => (
                <tr key={preset.id}>
                  <th scope="row">
                    {preset.label}
                    <small>{printedWords(preset)}</small>
                  </th>
                  <td>{preset.hides}</td>
                  <td>{computed(preset, scenario)}</td>
                  <td>{otherwise(preset) ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

const printedWords = ({ printed }: GuidePreset) =>
  printed.map(({ text, line }) => `「${text}」（原文第 ${line} 行）`).join('、');

function quantityWords(quantity: PrintedQuantity, value: number | null): string {
  if (value === null) return '没有这个数';
  switch (quantity) {
    case 'selfHostedMonthlyCny':
      return `每月 ${moneyWords(value)}`;
    case 'selfHostedYearlyCny':
      return `每年 ${moneyWords(value)}`;
    case 'apiPer100kCallsOriginal':
      return `10 万次 ${moneyWords(value, 'USD')}`;
    case 'apiYearlyOriginal':
      return `每年 ${moneyWords(value, 'USD')}`;
    case 'breakEvenCallsPerDay':
      return `每天 ${callsWords(value)}`;
  }
}
