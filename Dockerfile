# The assets need Node, the portal needs the .NET SDK; neither is in the image that runs.
FROM node:20-slim AS assets
WORKDIR /assets
COPY wwwroot-assets/package.json wwwroot-assets/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY wwwroot-assets/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=assets /assets/dist wwwroot-assets/dist
RUN dotnet publish src/RumPortal.Portal --configuration Release --no-self-contained -p:NpmSkip=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# Keys and the database outlive the container in this volume; the user of the base image owns it.
RUN mkdir /state && chown "$APP_UID" /state
VOLUME /state
ENV Storage__StateFolder=/state
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "RumPortal.Portal.dll"]
