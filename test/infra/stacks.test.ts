/**
 * Rules that the stacks must keep. One file for jest, since loading and synthesising the CDK app takes five seconds and is the same
 * for all: the tests themselves stand by stack in stacks/.
 */
import './stacks/data-stack.ts';
import './stacks/embed-stack.ts';
import './stacks/ingest-stack.ts';
import './stacks/api-stack.ts';
import './stacks/watch-stack.ts';
import './stacks/functions.ts';
import './stacks/least-privilege.ts';
import './stacks/language-model.ts';
import './stacks/nag.ts';
import './stacks/second-deploy.ts';
import './stacks/stage-refusals.ts';
import './stacks/sweep-permissions.ts';
