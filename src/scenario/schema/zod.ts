import { z } from 'zod';

// Zod would try `new Function` to find out whether it may compile its checks; a page with a strict content security
// policy reports that as a violation, although the answer is only "no", and compiling takes longer than what it saves in
// reading one file. Bundlers keep the line because package.json lists this file under `sideEffects`.
z.config({ jitless: true });

export { z };
