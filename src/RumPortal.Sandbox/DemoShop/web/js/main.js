import './telemetry.js';
import { currentLanguage } from './language.js';
import { renderFooter, renderHeader } from './frame.js';
import { showPage, startRouter } from './router.js';

document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-Hans' : 'en';
renderHeader(document.querySelector('.site-header'));
renderFooter(document.querySelector('.site-footer'));
startRouter();
showPage();
