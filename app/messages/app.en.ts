import type { nl } from './app.nl.ts';

export const en: Record<keyof typeof nl, string> = {
  'app.name': 'Akkoord',
  'app.title': '{page} · Akkoord',
  'nav.work': 'My work',
  'nav.schemes': 'Schemes',
  'nav.admin': 'Administration',
  'error.home': 'To my work',
  'error.403.title': 'You have no right to this',
  'error.403.explanation':
    'Your role gives no access to this page. Ask the administrator of your institution for the right role if you need it.',
  'error.404.title': 'This page does not exist',
  'error.404.explanation':
    'The address is wrong, or what was here is not (or no longer) visible to you. Go back and follow a link, or start at your work.',
  'error.409.title': 'This cannot be done here now',
  'error.409.explanation':
    'What this page does, does not fit how the document stands: there is no draft, for instance, or it was submitted already. Go back and see what can be done now.',
  'error.409.document':
    'This document has no draft (any more): its version was submitted, or no new one was started yet. The page of the document shows how it stands; who writes it starts a new version there.',
  'error.409.back': 'To the document',
  'error.500.title': 'Something went wrong',
  'error.500.explanation':
    'The fault is ours and has been logged. What you last saved is still there. Try again; if it goes on, report the time.',
  'sign-in.title': 'Sign in',
  'sign-in.lead': 'From grant to account: every figure is traceable and everything adds up.',
  'sign-in.institution': 'Institution',
  'sign-in.login': 'User name',
  'sign-in.password': 'Password',
  'sign-in.submit': 'Sign in',
  'sign-in.demo.title': 'Or look around in the demonstration',
  'sign-in.demo.explanation':
    'Choose a role; each button signs you in at once. The accounts are invented; the amounts of existing universities are published figures.',
  'rejection.sign-in.wrong': 'User name or password is wrong for this institution. Check both and try again.',
  'rejection.sign-in.too-many':
    'Too many attempts. Wait {minutes} minutes and try again, or ask the administrator for a new password.',
  'rejection.missing': 'This does not exist, or it is not visible to you ({what}).',
  'rejection.forbidden':
    'Your role gives no right to this ({permission}). Ask the administrator for the right role.',
  'rejection.invalid':
    '{count, plural, one {One value cannot be stored like this} other {# values cannot be stored like this}}. Nothing has changed.',
  'rejection.field.required': 'Fill this in.',
  'rejection.field.text':
    '{kind, select, least {Enter {limit} or more.} most {Enter {limit} at most.} long {This is too long: {limit} characters at most.} number {Enter a whole number.} other {This is not a valid value: {message}}}',
  'rejection.api.field': 'Invalid value: {message}',
  'rejection.token.invalid':
    'The token is missing, has expired or was revoked, or belongs to another institution. Make a new token.',
  'rejection.idempotency.reused':
    'The key {key} was used for another request. Use a new key for each request.',
  'rejection.split.negative-weight':
    'The weight of {key} is {weight}; a weight is a whole number of 0 or more.',
  'rejection.split.no-weight': 'All weights are zero: there is nothing to split by.',
  'rejection.document.code-taken': 'The code {code} is already used in this scheme. Choose another.',
  'rejection.version.draft-exists':
    'There is a draft of this document already. Work on in it, or submit it first.',
  'rejection.version.wrong-status':
    '{action, select, submit {Submitting} return {Returning} adopt {Adopting} withdraw {Withdrawing} other {This}} is not possible: this version {status, select, draft {is still a draft} submitted {has been submitted already} returned {was returned} adopted {has been adopted already} withdrawn {was withdrawn} other {is not in the right state}}. Refresh the page to see what happened.',
  'rejection.defect':
    'The fault is ours and was logged as {requestId}. Nothing has changed. Try again; if it goes on, report this number.',
  'rejection.money.unknown': '{what} does not exist in this scheme. Check the code.',
  'rejection.conflict':
    'Somebody else has changed this meanwhile as well. What you typed is still here. Choose what stays at each field that you both changed, and save again.',
};
