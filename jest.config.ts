/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import { buildProjects } from './run/jest/projects.ts';

const isWatched = process.argv.some((word) => /^--watch(?:All)?$/.test(word));

/** The conformance suites, one project an operation. The command runs the same ones. */
const configuration: Config = {
  projects: buildProjects({ isWatched }),
  verbose: true,
};

export default configuration;
