/**
 * Compiles `assembly/` and writes it, as text, into `bytes.generated.ts`: at hand in any host, with no file to fetch.
 * `npm ci` and `npm run build` run this.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
/**
 * Pages of memory that a kernel begins with, 64 MB: room for what a sampler or an evaluation puts there. It costs address
 * space only. Memory that grows detaches its old buffer, and from the first detached buffer on V8 looks, at every number
 * that plain code reads from any typed array, whether that array still has one: loops then take twice as long.
 */
const FIRST_PAGES = 1024;

let binary;
const output = asc.createMemoryStream();
const { error } = await asc.main(
  ['assembly/index.ts', '--baseDir', here, '--outFile', 'kernel.wasm', '--runtime', 'stub']
    .concat(['--enable', 'simd', '--noAssert', '-O3', '--converge'])
    .concat(['--initialMemory', String(FIRST_PAGES), '--maximumMemory', '32768']),
  {
    stdout: output,
    stderr: output,
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') binary = contents;
    },
  },
);
if (error) {
  console.error(output.toString());
  process.exit(1);
}
writeFileSync(
  `${here}bytes.generated.ts`,
  `/** The compiled kernel, see \`text.ts\`; made by compile.mjs, not kept in the repository. */
export const KERNEL_TEXT =
  '${textOf(binary)}';
`,
);

/** What `bytesOf` of `text.ts` reads. */
function textOf(bytes) {
  const letters = Array.from({ length: 0x7f - 0x28 }, (_, k) => String.fromCharCode(0x28 + k)).filter(
    (letter) => letter !== '\\' && letter !== '`',
  );
  const beginnings = 3;
  const alone = letters.length - beginnings;
  return Array.from(bytes, (byte) => {
    const place = (byte - 0xf0) & 0xff;
    if (place < alone) return letters[beginnings + place];
    const rest = place - alone;
    return letters[Math.floor(rest / letters.length)] + letters[rest % letters.length];
  }).join('');
}
