/** Pictures are drawn one after the other, each in a turn of its own, so that the page never waits for all of them. */
const waiting: (() => void)[] = [];
let isOn = false;

/** Calls `draw` when its turn comes; returns how to give it up. */
export function drawInTurn(draw: () => void): () => void {
  waiting.push(draw);
  if (!isOn) {
    isOn = true;
    setTimeout(next, 0);
  }
  return () => {
    const place = waiting.indexOf(draw);
    if (place >= 0) waiting.splice(place, 1);
  };
}

function next(): void {
  waiting.shift()?.();
  if (waiting.length === 0) isOn = false;
  else setTimeout(next, 0);
}
