import { Memory } from '../../../nodes/IngramMicroTrigger/repeatsInProcess.ts';

async function start(memory: Memory, eventId: string, products: string[] = []): Promise<void> {
	await memory.claim(eventId);
	const turn = await memory.turn();
	turn.start([{ eventId, products }], Promise.resolve(true));
}

/** What comes of a delivery: a repeat, or the products of it that may start, or anything. */
async function ask(memory: Memory, eventId: string, products: string[] = []): Promise<unknown> {
	const claim = await memory.claim(eventId);
	if (typeof claim === 'string') return claim;
	claim.letGo();
	return claim.lets(null) ? 'new' : products.filter((product) => claim.lets(product));
}

it('keeps the last 2,000 events and a few more', async () => {
	const memory = new Memory();
	for (let event = 0; event < 5_000; event += 1) await start(memory, `E${event}`);
	const answers = await Promise.all(
		Array.from({ length: 5_000 }, async (_, event) => await ask(memory, `E${event}`)),
	);
	const firstKept = answers.indexOf('repeat');
	expect(answers.slice(firstKept).every((answer) => answer === 'repeat')).toBe(true);
	expect(5_000 - firstKept).toBeGreaterThanOrEqual(2_000);
	expect(5_000 - firstKept).toBeLessThanOrEqual(2_200);
});

it('lets no more parts in of old stock events whose products it no longer knows', async () => {
	const memory = new Memory();
	const skus = Array.from({ length: 4_000 }, (_, position) => `SKU${position}`);
	for (let event = 0; event < 30; event += 1) await start(memory, `S${event}`, skus);
	expect(await ask(memory, 'S0', ['NEW'])).toBe('repeat');
	expect(await ask(memory, 'S29', ['NEW', 'SKU1'])).toEqual(['NEW']);
});

it('forgets an event after 30 days', async () => {
	const memory = new Memory();
	await start(memory, 'E');
	expect(await ask(memory, 'E')).toBe('repeat');
	const later = Date.now() + 31 * 24 * 60 * 60 * 1000;
	jest.spyOn(Date, 'now').mockImplementation(() => later);
	expect(await ask(memory, 'E')).toBe('new');
	jest.restoreAllMocks();
});

it('does not remember what n8n could not start', async () => {
	const memory = new Memory();
	await memory.claim('E');
	(await memory.turn()).start([{ eventId: 'E', products: [] }], Promise.resolve(false));
	expect(await ask(memory, 'E')).toBe('new');
});
