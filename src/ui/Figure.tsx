import { memo, useState, type ReactNode } from 'react';
import { withoutEmbed } from '../url/embed.ts';
import { settledSearch } from '../url/settled.ts';
import { Icon } from './Icon.tsx';
import { saveFile } from './save-file.ts';

interface Props {
  /** The anchor of the figure: part of links that people keep. */
  id?: string;
  title: ReactNode;
  /** Unit and what is left out: 「GB（10⁹ 字节），不含 KV 缓存」. What helps only on the page is `on-page`. */
  unit?: ReactNode;
  source?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A figure: title that says the finding or the question, unit, content, source line, actions. */
export function Figure({ id, title, unit, source, actions, children }: Props) {
  return (
    <figure className="figure" id={id}>
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

/**
 * Copies the address of what is on screen, with the figure as its place where it has an anchor; where the clipboard is
 * refused, shows it to copy by hand.
 */
export const CopyLink = memo(function CopyLink({ anchor }: { anchor?: string }) {
  const [state, setState] = useState<'idle' | 'done' | string>('idle');
  return (
    <>
      <button
        type="button"
        className="action"
        onClick={() =>
          // Clipboard is missing on plain http in a closed network.
          (
            navigator.clipboard?.writeText(addressOf(anchor)) ?? Promise.reject(new Error('no clipboard'))
          ).then(
            () => setState('done'),
            () => setState(addressOf(anchor)),
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
});

function addressOf(anchor: string | undefined): string {
  const address = new URL(location.href);
  address.search = withoutEmbed(settledSearch(address.search));
  if (anchor !== undefined) address.hash = anchor;
  return address.href;
}

/** Offers the chart of the figure as a PNG; what draws it is loaded when it is asked for. */
export function DownloadPng({ anchor, fileName }: { anchor: string; fileName: string }) {
  const [failed, setFailed] = useState(false);
  const save = async (figure: HTMLElement) => {
    try {
      const { figurePng } = await import('./figure-png.ts');
      saveFile(await figurePng(figure, addressOf(anchor)), fileName);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button
        type="button"
        className="action"
        onClick={(event) => void save(event.currentTarget.closest('figure') as HTMLElement)}
      >
        <Icon name="download" />
        下载 PNG
      </button>
      <span role="status">{failed && '图还没有画好，请稍后再点'}</span>
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
        saveFile(blob, fileName);
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
