import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

type Maintenance = typeof import('../nodes/shared/transport/maintenance.ts');

/*
 * Ingram Micro's maintenance changes what an error says, and tests run at any hour. So it is day in all
 * of them, but for those that set the variable to move the clock into the night.
 */
for (const path of [
	resolve('nodes/shared/transport/maintenance.ts'),
	resolve('dist/nodes/shared/transport/maintenance.js'),
].filter(existsSync)) {
	jest.doMock(path, () => {
		const real = jest.requireActual<Maintenance>(path);
		return {
			...real,
			maintenanceAt: (...when: Parameters<Maintenance['maintenanceAt']>) =>
				process.env.NIGHTS === 'real' ? real.maintenanceAt(...when) : undefined,
		};
	});
}
