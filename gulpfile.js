const { dest, src } = require('gulp');

/** Copies what the compiler leaves: the icons, and each node's codex file. */
exports.default = () =>
	src(['icons/*.svg', 'nodes/**/*.node.json'], { base: '.', encoding: false }).pipe(dest('dist'));
