import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n reads these when it is loaded, so this module is imported before any of n8n's.
const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'key-of-the-test-bench';
process.env.N8N_LOG_LEVEL = 'silent';
