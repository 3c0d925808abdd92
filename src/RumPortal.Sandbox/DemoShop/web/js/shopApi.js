import { shopApiUrl } from './settings.js';

/** The API answered, but not with what was asked for. `title` is its own explanation. */
export class ApiError extends Error {
  constructor(status, title, path) {
    super(`${path} answered ${status}: ${title}`);
    this.name = 'ApiError';
    this.status = status;
    this.title = title;
  }
}

export async function get(path) {
  return read(await fetch(shopApiUrl + path), path);
}

export async function post(path, body) {
  const response = await fetch(shopApiUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return read(response, path);
}

/** The stock figures come by XMLHttpRequest, as in many a shop that has grown for years; the SDK traces both kinds. */
export function getStock(sku) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const path = `/api/products/${encodeURIComponent(sku)}/stock`;
    request.open('GET', shopApiUrl + path);
    request.responseType = 'json';
    request.onload = () => request.status === 200 ? resolve(request.response) : reject(new ApiError(request.status, 'Stock unknown', path));
    request.onerror = () => reject(new TypeError(`${path} could not be reached`));
    request.send();
  });
}

async function read(response, path) {
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new ApiError(response.status, problem.title ?? response.statusText, path);
}
