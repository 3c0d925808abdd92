import { faro } from './telemetry.js';
import { matchRoute } from './routes.js';
import { accountPage } from './pages/account.js';
import { cartPage } from './pages/cart.js';
import { categoryPage } from './pages/category.js';
import { deliveryPage, donePage, paymentPage } from './pages/checkout.js';
import { homePage } from './pages/home.js';
import { notFoundPage } from './pages/notFound.js';
import { productPage } from './pages/product.js';
import { searchPage } from './pages/search.js';
import { troublePage, untracedPage } from './pages/trouble.js';

/** View name -> function that gives `{title, content}` from the route's parameter, the query and the two ways to go on. */
const pages = {
  'home': homePage,
  'category': categoryPage,
  'search': searchPage,
  'product': productPage,
  'cart': cartPage,
  'checkout-delivery': deliveryPage,
  'checkout-payment': paymentPage,
  'checkout-done': donePage,
  'account': accountPage,
  'trouble': troublePage,
  'untraced': untracedPage,
  'not-found': notFoundPage,
};

/** Links marked `data-soft` and the back button change the page in place; every other link loads a document. */
export function startRouter() {
  document.addEventListener('click', event => {
    const anchor = event.target instanceof Element ? event.target.closest('a[data-soft]') : null;
    if (!anchor || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(anchor.getAttribute('href'));
  });
  addEventListener('popstate', () => showPage({ moveFocus: true }));
}

export function navigate(href) {
  history.pushState(null, '', href);
  scrollTo(0, 0);
  showPage({ moveFocus: true });
}

/** Draws the same page again, after its data changed. */
function refresh() {
  showPage({ moveFocus: true });
}

export function showPage({ moveFocus = false } = {}) {
  const { route, parameter } = matchRoute(location.pathname);
  faro.api.setView({ name: route.view });
  const page = pages[route.view]({ parameter, query: new URLSearchParams(location.search), navigate, refresh });
  document.title = `${page.title} – Harbour & Pine`;
  const main = document.getElementById('main');
  main.replaceChildren(page.content);
  if (moveFocus) main.focus({ preventScroll: true });
}
