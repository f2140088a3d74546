import { csvText } from '../../core/csv.ts';
import { saveFile } from '../../ui/save-file.ts';
import { tableRows } from './table-rows.ts';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a script adds to a chart, which is whole without it: arrow keys between its marks, and the actions. */
class ChartFigure extends HTMLElement {
  connectedCallback() {
    const [first, ...rest] = this.#marks();
    // One stop of the tab key; arrows lead from mark to mark.
    if (first) first.tabIndex = 0;
    for (const mark of rest) mark.tabIndex = -1;
    this.addEventListener('keydown', (event) => this.#step(event));
    this.addEventListener('click', (event) => this.#act(event));
  }

  #marks() {
    return [...this.querySelectorAll<HTMLButtonElement>('.chart-hit')];
  }

  #step(event: KeyboardEvent) {
    const marks = this.#marks();
    const at = marks.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    const step = STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : step && at + step;
    const next = to === undefined ? undefined : marks[to];
    if (to === undefined) return;
    event.preventDefault();
    if (!next) return;
    for (const mark of marks) mark.tabIndex = mark === next ? 0 : -1;
    next.focus();
  }

  #act(event: Event) {
    const action = (event.target as Element).closest('[data-action]')?.getAttribute('data-action');
    if (action === 'link') void this.#copy();
    if (action === 'csv') this.#csv();
    if (action === 'png') void this.#png();
  }

  get #figure() {
    return this.querySelector('figure') as HTMLElement;
  }

  /** The address of the page and its state, with the figure as its place. */
  get #address() {
    const address = new URL(location.href);
    address.hash = this.#figure.id;
    return address.href;
  }

  #say(...content: (string | Node)[]) {
    this.querySelector('[role=status]')?.replaceChildren(...content);
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#address);
      this.#say('已复制');
    } catch {
      // The clipboard is missing on plain http in a closed network.
      const field = document.createElement('input');
      Object.assign(field, { className: 'copy-by-hand', readOnly: true, value: this.#address });
      field.setAttribute('aria-label', '链接，请手动复制');
      this.#say(field);
      field.select();
    }
  }

  #csv() {
    const table = this.querySelector('table');
    if (!table) return;
    const text = `\uFEFF${csvText(tableRows(table))}`;
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${this.#figure.id}.csv`);
  }

  async #png() {
    try {
      const { figurePng } = await import('../../ui/figure-png.ts');
      saveFile(await figurePng(this.#figure, this.#address), `${this.#figure.id}.png`);
      this.#say('');
    } catch (error) {
      console.warn(error);
      this.#say('没有画成图片，请改用浏览器的截图');
    }
  }
}

customElements.define('chart-figure', ChartFigure);
