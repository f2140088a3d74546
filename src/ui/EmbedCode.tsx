import { memo, useId, useRef, useState } from 'react';
import { frameCode, HEIGHT_SCRIPT } from '../url/embed.ts';
import { settledSearch } from '../url/settled.ts';
import { Icon } from './Icon.tsx';

/** Offers the HTML that shows this page, as it is now, in a frame on another site. Not there in a frame itself. */
export const EmbedCode = memo(function EmbedCode() {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [frame, setFrame] = useState('');
  const [resizes, setResizes] = useState(false);
  const [copied, setCopied] = useState<'idle' | 'done' | 'by-hand'>('idle');
  const code = resizes ? `${HEIGHT_SCRIPT}\n${frame}` : frame;

  function copy() {
    // Clipboard is missing on plain http in a closed network.
    (navigator.clipboard?.writeText(code) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied('done'),
      () => {
        area.current?.select();
        setCopied('by-hand');
      },
    );
  }

  return (
    <span className="embed-action">
      <button type="button" className="action" popoverTarget={id} aria-haspopup="dialog">
        <Icon name="frame" />
        嵌入
      </button>
      <span
        id={id}
        className="pop embed-pop"
        popover="auto"
        role="dialog"
        aria-label="嵌入别的网页"
        onToggle={(event) => {
          setCopied('idle');
          if (event.newState !== 'open') return;
          const address = new URL(location.href);
          address.search = settledSearch(address.search);
          setFrame(frameCode(address.href, document.title));
        }}
      >
        <label htmlFor={`${id}-code`}>放进别的网页的代码，内容是现在的样子</label>
        <textarea
          id={`${id}-code`}
          ref={area}
          readOnly
          rows={resizes ? 9 : 5}
          value={code}
          onFocus={(event) => event.target.select()}
        />
        <label className="embed-option">
          <input
            type="checkbox"
            checked={resizes}
            onChange={(event) => {
              setResizes(event.target.checked);
              setCopied('idle');
            }}
          />
          高度随内容变（加一段脚本；不加就是固定高度）
        </label>
        <span>
          <button type="button" className="button" onClick={copy}>
            复制代码
          </button>{' '}
          <span role="status">
            {copied === 'done' && '已复制'}
            {copied === 'by-hand' && '浏览器不让复制：已选中，请按 Ctrl+C'}
          </span>
        </span>
      </span>
    </span>
  );
});
