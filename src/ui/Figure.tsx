import { useState, type ReactNode } from 'react';
import { withoutEmbed } from '../url/embed.ts';
import { Icon } from './Icon.tsx';

interface Props {
  title: ReactNode;
  /** Unit and what is left out: 「GB（10⁹ 字节），不含 KV 缓存」. */
  unit?: string;
  source?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A figure: title that says the finding or the question, unit, content, source line, actions. */
export function Figure({ title, unit, source, actions, children }: Props) {
  return (
    <figure className="figure">
      <figcaption>
        {title}
        {unit && <small>{unit}</small>}
      </figcaption>
      {children}
      {(source || actions) && (
        <div className="figure-foot">
          {source && <p className="source-line">{source}</p>}
          {actions && <p className="figure-actions">{actions}</p>}
        </div>
      )}
    </figure>
  );
}

/** Address of what is on screen; of a page in a frame the one with navigation. */
const here = () => `${location.origin}${location.pathname}${withoutEmbed(location.search)}${location.hash}`;

/** Copies the address of what is on screen; where the clipboard is refused, shows it to copy by hand. */
export function CopyLink() {
  const [state, setState] = useState<'idle' | 'done' | string>('idle');
  return (
    <>
      <button
        type="button"
        className="action"
        onClick={() =>
          // Clipboard is missing on plain http in a closed network.
          (navigator.clipboard?.writeText(here()) ?? Promise.reject(new Error('no clipboard'))).then(
            () => setState('done'),
            () => setState(here()),
          )
        }
      >
        <Icon name="link" />
        复制链接
      </button>
      <span role="status">
        {state === 'done' && '已复制'}
        {state !== 'idle' && state !== 'done' && (
          <input
            className="copy-by-hand"
            readOnly
            value={state}
            aria-label="链接，请手动复制"
            onFocus={(event) => event.target.select()}
          />
        )}
      </span>
    </>
  );
}

/** Offers rows as CSV with a byte order mark, so that spreadsheets read the Chinese. */
export function DownloadCsv({ fileName, rows }: { fileName: string; rows: () => string[][] }) {
  return (
    <button
      type="button"
      className="action"
      onClick={() => {
        const blob = new Blob(['\uFEFF', toCsv(rows())], { type: 'text/csv;charset=utf-8' });
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = fileName;
        link.click();
        URL.revokeObjectURL(link.href);
      }}
    >
      <Icon name="download" />
      下载 CSV
    </button>
  );
}

/** RFC 4180: fields with a comma, quote or line break are quoted, quotes doubled. */
function toCsv(rows: string[][]): string {
  const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
