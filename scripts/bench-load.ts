/** What a page shows while it opens, in milliseconds from the start of the navigation; `cls` has no unit. */
export interface PaintFigures {
  lcp: number;
  /** The rows asked for are painted. They are many small elements, so that the largest says nothing of them. */
  rows: number;
  /** What tasks of the main thread took beyond 50 ms each, from the first paint of content until it is asked for. */
  tbt: number;
  /** All shifts added up, which is at least the worst window of a session. */
  cls: number;
}

declare global {
  interface Window {
    benchLoad?: () => PaintFigures;
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Runs in a page before anything else of it. */
export function watchLoad(): void {
  const TASK_MS = 50;
  const entries: PerformanceEntryList = [];
  const observers = ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'].map((type) => {
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type, buffered: true });
    return observer;
  });
  let rows = Number.NaN;
  const watchRows = () => {
    // The default rows wait for those of the link, and come in more than one frame.
    const { linked, rows: opening } = document.documentElement.dataset;
    const hidden = linked === '' || opening !== undefined;
    if (hidden || !document.querySelector('main tbody tr')) requestAnimationFrame(watchRows);
    else void scheduler.postTask(() => (rows = performance.now()), { priority: 'user-blocking' });
  };
  requestAnimationFrame(watchRows);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  window.benchLoad = () => {
    for (const observer of observers) entries.push(...observer.takeRecords());
    const of = (type: string) => entries.filter(({ entryType }) => entryType === type);
    const fcp = of('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN;
    return {
      lcp: of('largest-contentful-paint').at(-1)?.startTime ?? Number.NaN,
      rows,
      tbt: sum(
        of('longtask').map(({ startTime, duration }) =>
          Math.max(0, startTime + duration - Math.max(fcp, startTime) - TASK_MS),
        ),
      ),
      cls: sum(
        (of('layout-shift') as LayoutShift[])
          .filter(({ hadRecentInput }) => !hadRecentInput)
          .map(({ value }) => value),
      ),
    };
  };
}
