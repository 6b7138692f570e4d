#!/usr/bin/env node
import { openScript } from '../worker/script.ts';

const { runCommandLine } = openScript()?.program ?? (await import('../program.ts'));
await runCommandLine();
// Node would clear away all memory first, only to give it back; what is still on its way to a pipe must not be lost.
if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
