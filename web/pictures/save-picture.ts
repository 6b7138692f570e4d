import { render } from 'preact';
import type { Chart } from '../../src/pictures/chart.ts';
import { paperTheme } from '../../src/pictures/theme.ts';

/** Pixels of a saved picture, and how many of them for each in a file of dots. */
const WIDTH = 800;
const SHARPNESS = 2;

/** A chart as a file that stands alone: its own colours, on white, with its name and caption over it. */
export function svgBlob(chart: Chart): Blob {
  return new Blob([svgText(chart)], { type: 'image/svg+xml' });
}

function svgText(chart: Chart): string {
  const box = document.createElement('div');
  render(chart.draw(WIDTH, paperTheme), box);
  const picture = box.querySelector('svg')!;
  const height = Number(picture.getAttribute('height'));
  const [left, top] = [24, 64];
  const whole = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    width: WIDTH + 2 * left,
    height: height + top + left,
    viewBox: `0 0 ${WIDTH + 2 * left} ${height + top + left}`,
    'font-family': paperTheme.font,
    fill: paperTheme.text,
  })) {
    whole.setAttribute(name, `${value}`);
  }
  whole.append(
    element('rect', { width: '100%', height: '100%', fill: paperTheme.paper }),
    element('text', { x: left, y: 30, 'font-size': 18, 'font-weight': 600 }, chart.title),
    element('text', { x: left, y: 50, 'font-size': 12, fill: paperTheme.faint }, chart.caption),
  );
  picture.setAttribute('x', `${left}`);
  picture.setAttribute('y', `${top}`);
  whole.append(picture);
  return `${new XMLSerializer().serializeToString(whole)}\n`;
}

/** The same as dots. */
export async function pngBlob(chart: Chart): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(chart));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * SHARPNESS;
    canvas.height = image.height * SHARPNESS;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture could not be made')) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  made.textContent = text;
  return made;
}
