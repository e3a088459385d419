import { onStop, stopAll } from './processes.mts';
import { reasonOf } from './report.mts';

/**
 * Runs what a command is there for. Nothing that it starts outlives it, its exit code says whether
 * all went well, and its last line is a sum even where it breaks off.
 *
 * @param act tries what there is to try, and says whether all went well
 */
export function runCommand(act: () => Promise<boolean>): void {
	onStop(() => void stopAll().then(() => process.exit(130)));
	void act()
		.catch((error: unknown) => {
			console.error(reasonOf(error));
			console.log('\n0 passed, 1 failed');
			return false;
		})
		.then(async (good) => {
			await stopAll();
			process.exit(good ? 0 : 1);
		});
}
