import {
	builtNames,
	builtOutputs,
	keysOf,
	lostOf,
	pinnedNames,
	pinnedOutputs,
	renewPins,
} from '../test/package/pins.mts';

/* Writes what is in dist into the pins; see CONTRIBUTING. Build first. */

renewPins();
const lost = [
	...lostOf(pinnedNames(), builtNames()),
	...lostOf(keysOf(pinnedOutputs()), keysOf(builtOutputs())),
];
console.log('The pins in test/package/pins are those of dist. Look through them with git diff.');
if (lost.length > 0) {
	console.log(
		'People’s workflows may hold these, which are gone. If they may break, take the lines away by hand:',
	);
	for (const one of lost) console.log(`  ${one}`);
	process.exitCode = 1;
}
