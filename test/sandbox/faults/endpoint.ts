/** Names the endpoint that would answer a request, as the request log does: `PUT /api/v2/tickets/:id`. */
export type EndpointOf = (method: string, path: string) => string;

const API = '/api/v2';

/** @param routes the API's routes in the order in which they are asked, `PUT /tickets/:id`; read late, as they grow */
export function createEndpointOf(routes: readonly { route: string }[]): EndpointOf {
  const known = new Map<string, { method: string; shape: RegExp }>();
  const shapeOf = (route: string) => {
    const found = known.get(route) ?? shaped(route);
    known.set(route, found);
    return found;
  };
  return (method, path) => {
    const plain = (path.split('?')[0] ?? path).replace(/\.json$/, '');
    const below = plain.startsWith(API) ? plain.slice(API.length) : undefined;
    const found = routes.find(({ route }) => {
      const { method: wanted, shape } = shapeOf(route);
      return below !== undefined && wanted === method && shape.test(below);
    });
    return found ? found.route.replace(' ', ` ${API}`) : `${method} ${plain}`;
  };
}

function shaped(route: string): { method: string; shape: RegExp } {
  const [method = '', path = ''] = route.split(' ');
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^$()[\]{}|\\]/g, '\\$&')));
  return { method, shape: new RegExp(`^${parts.join('/')}/?$`) };
}
