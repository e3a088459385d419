import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadFixtures } from '../../simulator/fixtures.mts';
import { startSimulator } from '../../simulator/index.mts';
import { Engine } from '../engine/engine.mts';
import { accountAt, check, withAccount } from './support.mts';

let engine: Engine;
let folder: string;
beforeAll(async () => {
	engine = await Engine.start();
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'check-xi-'));
});

const contentOf = (directory: string): string =>
	readdirSync(directory, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => readFileSync(join(directory, name), 'utf8'))
		.join('\n');

/** What is checked against a simulator with fixtures, in an account whose own books are empty. */
async function replayed(fixtures: string) {
	const xi = await startSimulator({ callsPerWindow: 0, products: 0, fixtures });
	try {
		return await check(engine, accountAt(xi.url));
	} finally {
		await xi.close();
	}
}

describe('recorded answers', () => {
	it('are replayed by the simulator as they were, with other values', async () => {
		const record = join(folder, 'fixtures');
		const account = { customerContact: 'mary.major@example.org', senderId: 'SENDER-77' };
		const seen = await withAccount({}, async (xi) => {
			await check(engine, accountAt(xi.url, 'US', account), { record });
			return xi.orders.map(({ ingramOrderNumber }) => ingramOrderNumber);
		});
		const kept = contentOf(record);
		for (const secret of [
			'simulator-client',
			'simulator-secret',
			'20-222222',
			'mary.major',
			'SENDER-77',
		]) {
			expect(kept).not.toContain(secret);
		}
		expect(kept).not.toMatch(/access_token|authorization|IM-Customer/i);
		for (const number of seen) expect(kept).not.toContain(number);

		const again = await replayed(record);
		expect(again.told).not.toContain('To report');
		expect(again).toMatchObject({ exitCode: 0, line: expect.stringMatching(/^As expected: 21 /) });
	});

	it('go to a new folder only', async () => {
		writeFileSync(join(folder, 'mine.json'), '{}');
		await withAccount({}, async (xi) => {
			const checking = check(engine, accountAt(xi.url), { record: folder });
			await expect(checking).rejects.toThrow(/is not empty/);
			expect(xi.requests).toEqual([]);
		});
		expect(() => loadFixtures(folder)).toThrow(/is no fixture/);
		expect(() => loadFixtures(mkdtempSync(join(tmpdir(), 'check-xi-')))).toThrow(/has no fixtures/);
	});

	it.each([
		['report', () => join(folder, 'not', 'there.md'), 'The folder of --report is not there'],
		['record', () => 'package.json', '--record names no folder'],
	])('are not begun where they cannot be written: %s', async (wish, file, message) => {
		await withAccount({}, async (xi) => {
			const checking = check(engine, accountAt(xi.url), { [wish]: file() });
			await expect(checking).rejects.toThrow(message);
			expect(xi.requests).toEqual([]);
		});
	});

	it('come with a report where both are wished for', async () => {
		const report = join(folder, 'report.md');
		const told = await withAccount({}, async (xi) => {
			const match = { endpoint: '/resellers/v6/deals/search' };
			xi.faults.add({ kind: 'status', status: 400, times: Infinity, match });
			return (await check(engine, accountAt(xi.url), { report })).told;
		});
		expect(told).toContain(`${join(folder, 'report.md')} and ${join(folder, 'report.json')}`);
		expect(readFileSync(report, 'utf8')).toMatch(/\*\*To report: 1 operation failed/);
		const json = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
		expect(json).toMatchObject({ exitCode: 1, environment: 'custom', countryCode: 'US' });
		expect(json.operations).toHaveLength(21);
	});
});
