/** The application's side of zt: an authorizer, a request, a decision. Depends on nothing. */
module dev.zt {
  requires static org.jspecify;

  exports dev.zt;
}
