import type { Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    benchInput?: Promise<number>;
  }
  const scheduler: { postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void> };
}

/** Longer than any answer takes; a reader who waits this long has seen it all. */
const WATCHED_MS = 900;
const SETTLED_MS = 300;
/** From pressing to letting go, as a hand does. */
const PRESS_MS = 80;

/**
 * Milliseconds from the event that `act` brings about to the end of the frame in which all elements of `seen` (a CSS
 * selector) that are in the window look as they do in the end.
 *
 * Event Timing would be the ready measure, but it rounds to 8 ms and ends with the first paint after the event, when
 * what was asked for may still be to come. Here the clock is the event's own time stamp (that of Event Timing: when the
 * browser got the input), and every frame is noted by a callback that runs before it is laid out and painted and a task
 * that comes first after. (A message would come later than timers set after it.)
 */
async function inputToPaint(
  page: Page,
  { event, seen, act }: { event: 'click' | 'keydown'; seen: string; act: () => Promise<void> },
): Promise<number> {
  await page.evaluate(
    ([event, seen, watched]) => {
      const inWindow = (element: Element) =>
        element.checkVisibility() && element.getBoundingClientRect().top < innerHeight;
      const look = () =>
        [...document.querySelectorAll(seen)]
          .filter(inWindow)
          .map(({ outerHTML }) => outerHTML)
          .join('');
      const before = look();
      window.benchInput = new Promise((resolve, reject) => {
        const start = ({ timeStamp }: Event) => {
          const frames: { look: string; painted: number }[] = [];
          const frame = () => {
            const painted = () => {
              const at = performance.now();
              const now = look();
              frames.push({ look: now, painted: at });
              if (at < timeStamp + watched) requestAnimationFrame(frame);
              else if (now === before) reject(new Error(`没有变：${seen}`));
              else resolve((frames.find(({ look }) => look === now)?.painted ?? Number.NaN) - timeStamp);
            };
            void scheduler.postTask(painted, { priority: 'user-blocking' });
          };
          requestAnimationFrame(frame);
        };
        addEventListener(event, start, { capture: true, once: true });
      });
      // Told when it is asked for, not before.
      window.benchInput.catch(() => undefined);
    },
    [event, seen, WATCHED_MS] as const,
  );
  await act();
  return page.evaluate(() => window.benchInput ?? Number.NaN);
}

/** A click where the pointer already is: what hovering and scrolling cost is not part of it. */
export async function clickToPaint(page: Page, target: Locator, seen: string): Promise<number> {
  await target.hover();
  await page.waitForTimeout(SETTLED_MS);
  return inputToPaint(page, {
    event: 'click',
    seen,
    act: async () => {
      await page.mouse.down();
      await page.waitForTimeout(PRESS_MS);
      await page.mouse.up();
    },
  });
}

/** A key into the field that has the focus. */
export function keyToPaint(page: Page, key: string, seen: string): Promise<number> {
  return inputToPaint(page, { event: 'keydown', seen, act: () => page.keyboard.press(key) });
}
