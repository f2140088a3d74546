import { weightsFit, type PrecisionFit } from '../../core/picker.ts';
import { CopyLink, DownloadCsv, DownloadPng, Figure } from '../../ui/Figure.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SourceLinks, type SourceView } from '../../ui/SourceLinks.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import type { ModelView } from './Answers.tsx';

const STATES: Record<PrecisionFit['verdict'], { word: string; icon: IconName }> = {
  fit: { word: '放得下', icon: 'check' },
  tight: { word: '勉强', icon: 'alert' },
  no: { word: '放不下', icon: 'cross' },
};

interface Props {
  /** Part of links that people keep. */
  anchor: string;
  model: ModelView;
  memoryGb: number;
}

/** Weights at each precision against the memory: does the model really fit, by arithmetic. */
export function WeightsFigure({ anchor, model, memoryGb }: Props) {
  useAnchor(anchor, true);
  const { rows, best } = weightsFit({ parameters: model.parameters, files: model.files, memoryGb });
  const scaleGb = Math.max(memoryGb, ...rows.map(({ weightsGb }) => weightsGb));
  return (
    <Figure
      id={anchor}
      title={finding(rows, best, memoryGb)}
      unit="估算，只算权重，没算 KV 缓存和运行时；GB 是 10⁹ 字节"
      source={
        <>
          下限 = 参数量 {formatNumber(model.parameters)} × 位数 ÷ 8，参数量来源：
          <SourceLinks sources={[model.parametersSource]} />
          ；文件大小来源：
          <SourceLinks sources={model.fileSources} />
        </>
      }
      actions={
        <>
          <CopyLink anchor={anchor} />
          <DownloadCsv fileName={`${anchor}.csv`} rows={() => csvRows(rows, model)} />
          <DownloadPng anchor={anchor} fileName={`${anchor}.png`} />
        </>
      }
    >
      <ul className="picker-fit" data-drawn>
        {rows.map((row) => (
          <li key={row.bits}>
            <b>{row.bits} 位</b>
            <span className="picker-bar" aria-hidden="true">
              <i
                className={`picker-bar-${row.verdict}`}
                style={{ inlineSize: share(row.weightsGb, scaleGb) }}
              />
              <span className="picker-bar-memory" style={{ insetInlineStart: share(memoryGb, scaleGb) }} />
            </span>
            <span className={`state state-${row.verdict}`}>
              <Icon name={STATES[row.verdict].icon} />
              {STATES[row.verdict].word}
            </span>
            <small>{detail(row)}</small>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function csvRows(rows: PrecisionFit[], { parametersSource, fileSources }: ModelView): string[][] {
  const addresses = (sources: SourceView[]) => sources.map(({ url, title }) => url ?? title).join(' ');
  return [
    ['位数', '权重至少（GB，估算）', '参数量来源', '公开的文件', '文件（GB，公开数据）', '文件来源', '判断'],
    ...rows.map(({ bits, weightsGb, file, verdict }) => [
      `${bits}`,
      `${weightsGb}`,
      addresses([parametersSource]),
      file?.precision ?? '',
      file ? `${file.sizeGb}` : '',
      file ? addresses(fileSources) : '',
      STATES[verdict].word,
    ]),
  ];
}

const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`;

/** At most one decimal; a rest too small for it is not shown as 0. */
function gb(value: number): string {
  return value > 0 && value < 0.05 ? '不到 0.1 GB' : `${formatNumber(value, 1)} GB`;
}

function finding(rows: PrecisionFit[], best: PrecisionFit | null, memoryGb: number): string {
  const memory = `${formatNumber(memoryGb, 3)} GB`;
  if (best?.verdict === 'fit') return `${memory} 最高放得下 ${best.bits} 位的权重，余 ${gb(best.spareGb)}`;
  const lowest = rows.at(-1);
  if (best?.file) {
    return `${memory} 勉强：${best.bits} 位只有算术下限放得下，公开的 ${best.file.precision} 文件还差 ${gb(-best.spareGb)}`;
  }
  return `${memory} 放不下：${lowest?.bits} 位的权重也至少还差 ${gb(-(lowest?.spareGb ?? 0))}`;
}

function detail({ weightsGb, file, verdict, spareGb }: PrecisionFit): string {
  const size = `至少 ${gb(weightsGb)}${file ? `，${file.precision} 文件 ${gb(file.sizeGb)}` : ''}`;
  if (verdict === 'fit') return `${size}，余 ${gb(spareGb)}`;
  return `${size}，${verdict === 'tight' ? '按文件' : '至少'}还差 ${gb(-spareGb)}`;
}
