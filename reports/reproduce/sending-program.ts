/**
 * The part of a Jest file that sends a case and removes what it created, as plain JavaScript. It calls `write`, `shows`
 * and `pointed` of the portable runtime, and needs `http` and `https`.
 */
export const sendingProgram = String.raw`
const variables = ['PRISM_TARGET', 'PRISM_USERNAME', 'PRISM_PASSWORD'];

/** Sends the steps of a finding in order, and fails if the answer has the sign of its violation. */
async function reproduce({ steps, check, basePath, at, expected, actual }) {
  const missing = variables.filter((name) => process.env[name] === undefined);
  if (missing.length > 0) throw new Error('set ' + missing.join(', '));
  const { PRISM_TARGET, PRISM_USERNAME: username, PRISM_PASSWORD: password } = process.env;
  const url = new URL(PRISM_TARGET);
  const target = { url, base: url.pathname === '/' ? basePath : url.pathname.replace(/\/$/, '') };
  const mark = Array.from({ length: 10 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  const values = { username, password, mark };
  const created = [];
  try {
    for (const step of steps) {
      if (step.role === 'probe' && !isKnown(step.request, values)) continue;
      await new Promise((resolve) => setTimeout(resolve, step.waitMs));
      const answer = await send(target, step.request, values);
      if (step.creates && answer.status < 300) created.push(pointed(answer.json, '/client_id'));
      const isJudged = check.step === step.name || check.sign === 'no answer';
      if (isJudged && shows(check, answer, values)) {
        const came = 'The answer to ' + step.name + ' has the status ' + answer.status;
        throw new Error('at ' + at + ': expected ' + expected + ', as found: ' + actual + '. ' + came);
      }
      keep(step, answer, values);
    }
  } finally {
    for (const id of created) await remove(target, id, values);
  }
}

/** Whether everything that the target chooses in a request is known. */
function isKnown({ path, headers, user, body }, values) {
  const texts = [path, ...headers.map(([, value]) => value), user?.text ?? [], Array.isArray(body) ? body : []];
  return texts.flat().every((part) => typeof part === 'string' || values[part.slot] !== undefined);
}

/** Keeps what an answer gives for later steps. Without what a set-up step gives, the case cannot go on. */
function keep({ name, role, captures }, answer, values) {
  for (const { slot, from, pointer, parameter } of captures) {
    const value = answer.status < 400 ? (from === 'body' ? pointed(answer.json, pointer) : given(answer, parameter)) : undefined;
    if (typeof value === 'string' && value !== '') values[slot] = value;
    else if (role === 'setup')
      throw new Error(name + ' was answered with ' + answer.status + ', without ' + slot + ': the case cannot go on');
  }
}

/** A parameter of the redirect in an answer. */
function given(answer, parameter) {
  const [location = ''] = valuesOf(answer, 'location');
  const [, query = ''] = /\?([^#]*)/.exec(location) ?? [];
  return new URLSearchParams(query).get(parameter);
}

/** Removes a client that the case created. One without the mark of this execution is somebody else's. */
async function remove(target, id, values) {
  if (typeof id !== 'string') return;
  const request = (method) => ({
    method,
    path: ['/oauth/client/', { slot: 'removed', change: null, written: 'percent' }],
    headers: [],
    user: { header: 'Authorization', scheme: 'Basic', text: [values.username + ':' + values.password] },
    body: null,
  });
  const known = { removed: id };
  const { status, body } = await send(target, request('GET'), known);
  if (status === 200 && body.includes(values.mark)) await send(target, request('DELETE'), known);
}

/** Sends a request byte for byte. The answer has no status if none came whole. */
function send({ url, base }, { method, path, headers, user, body }, values) {
  const bytes = body === null ? null : Array.isArray(body) ? Buffer.from(write(body, values)) : marked(body, values);
  const fields = headers.map(([name, value]) => [name, write(value, values)]);
  if (user !== null)
    fields.push([user.header, user.scheme + ' ' + Buffer.from(write(user.text, values)).toString('base64')]);
  if (bytes !== null || ['POST', 'PUT', 'PATCH'].includes(method))
    fields.push(['Content-Length', String(bytes?.length ?? 0)]);
  fields.push(['Host', url.host], ['Connection', 'close']);
  const client = url.protocol === 'https:' ? https : http;
  const { PRISM_CA, PRISM_INSECURE } = process.env;
  const options = {
    method,
    path: base + write(path, values),
    headers: fields.flat(),
    rejectUnauthorized: PRISM_INSECURE !== 'true',
    ...(PRISM_CA === undefined ? {} : { ca: fs.readFileSync(PRISM_CA) }),
  };
  return new Promise((resolve, reject) => {
    const lost = (error) => {
      const isUnreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'].includes(error.code);
      if (isUnreachable || String(error.code).includes('CERT')) reject(error);
      else resolve({ status: null, headers: [], body: '', json: undefined });
    };
    const sent = client.request(url, options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', lost);
      response.on('end', () => resolve(answerOf(response, Buffer.concat(chunks).toString())));
    });
    sent.setTimeout(10_000, () => sent.destroy(new Error('no answer in time')));
    sent.on('error', lost);
    sent.end(bytes ?? undefined);
  });
}

function marked({ base64, mark }, values) {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  return Buffer.from(text.replace(new RegExp(mark, 'gi'), values.mark), 'latin1');
}

function answerOf({ statusCode, rawHeaders }, body) {
  const headers = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1]]] : []));
  let json;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  return { status: statusCode, headers, body, json };
}
`.trimStart();
