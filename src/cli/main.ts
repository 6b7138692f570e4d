#!/usr/bin/env node
import { openScript } from '../worker/script.ts';

const { runCommandLine } = openScript()?.program ?? (await import('../program.ts'));
await runCommandLine();
